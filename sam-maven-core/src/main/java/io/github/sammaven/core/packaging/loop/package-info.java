/**
 * Loops over resources, {@code Fn::ForEach}, as far as packaging must know them: which resources they stand for, and how
 * a location that differs from turn to turn is written without unrolling them.
 */
@NullMarked
package io.github.sammaven.core.packaging.loop;

import org.jspecify.annotations.NullMarked;

/**
 * Everything that can be known of a template without AWS, in one report.
 * Each concern is one check over the same subject; none stops the others.
 */
@NullMarked
package io.github.sammaven.core.validate;

import org.jspecify.annotations.NullMarked;

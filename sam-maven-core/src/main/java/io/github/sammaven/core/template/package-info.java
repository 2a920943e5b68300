/**
 * The template as an immutable tree that keeps order and positions, with its YAML and JSON reader and writer.
 * Also what can be known of it without AWS: parameters, pseudo parameters, conditions and intrinsic functions.
 */
@NullMarked
package io.github.sammaven.core.template;

import org.jspecify.annotations.NullMarked;

/**
 * Builds Python functions and layers with pip, or uv where that is asked for.
 * Packages are those of Lambda's Python and machine, whatever this one is.
 */
@NullMarked
package io.github.sammaven.core.build.python;

import org.jspecify.annotations.NullMarked;

/**
 * Runs a function in a container of the image Lambda would use, or of the function's own.
 * What a container engine has to do for that is a port here; the only engine spoken to lives in {@code docker}.
 */
@NullMarked
package io.github.sammaven.core.local.container;

import org.jspecify.annotations.NullMarked;

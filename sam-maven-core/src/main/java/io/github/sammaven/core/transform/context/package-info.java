/**
 * What SAM knows of its own resource types: which properties they have, of which kind, and the checks of them.
 * The floor that the passes of a transform stand on.
 */
@NullMarked
package io.github.sammaven.core.transform.context;

import org.jspecify.annotations.NullMarked;

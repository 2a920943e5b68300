/**
 * The composition root: which implementation stands behind which port.
 * Goals get their services here and build none themselves.
 */
@NullMarked
package io.github.sammaven.plugin.wiring;

import org.jspecify.annotations.NullMarked;

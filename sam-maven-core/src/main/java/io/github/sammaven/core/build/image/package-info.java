/**
 * Images of functions, built from a Dockerfile or taken in from an archive.
 * A definition that has not changed is not sent to the engine again, and equal ones are built once.
 */
@NullMarked
package io.github.sammaven.core.build.image;

import org.jspecify.annotations.NullMarked;

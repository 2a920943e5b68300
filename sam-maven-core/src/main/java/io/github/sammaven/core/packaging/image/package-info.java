/**
 * Brings images of functions from the engine of this machine to their repositories in ECR.
 * Which repository is whose, and what an image is called there, is decided here.
 */
@NullMarked
package io.github.sammaven.core.packaging.image;

import org.jspecify.annotations.NullMarked;

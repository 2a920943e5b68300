/**
 * The first deployment, asked step by step on a terminal, and what a deployment is about to do in a few lines.
 * Asks and answers only: nothing here calls a service or writes a file.
 */
@NullMarked
package io.github.sammaven.core.guided;

import org.jspecify.annotations.NullMarked;

/**
 * The stacks a template declares with the templates of their own that lie on this machine, as a tree, each with the values
 * its parameters are given. Also what a value that passes through parameters and outputs of these stacks begins as.
 */
@NullMarked
package io.github.sammaven.core.stack;

import org.jspecify.annotations.NullMarked;

/**
 * What is in a deployed stack and the stacks nested in it, by path.
 * The floor of the goals that work on what is deployed; it needs no template.
 */
@NullMarked
package io.github.sammaven.core.operate.stack;

import org.jspecify.annotations.NullMarked;

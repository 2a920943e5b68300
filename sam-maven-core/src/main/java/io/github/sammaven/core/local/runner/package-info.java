/**
 * Picks between containers and child processes.
 * The only package that knows both ways of running a function.
 */
@NullMarked
package io.github.sammaven.core.local.runner;

import org.jspecify.annotations.NullMarked;

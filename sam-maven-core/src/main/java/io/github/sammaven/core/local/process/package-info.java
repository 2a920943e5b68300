/**
 * Runs a function as a child process of this machine: Java, Python, Node.js, Ruby and custom runtimes.
 * No container engine is needed, so nothing here isolates the function from the machine.
 */
@NullMarked
package io.github.sammaven.core.local.process;

import org.jspecify.annotations.NullMarked;

/**
 * Runs functions as child processes against our own Runtime API, without a container engine.
 * One launcher per family of runtimes knows how its process is started.
 */
@NullMarked
package io.github.sammaven.core.local.process;

import org.jspecify.annotations.NullMarked;

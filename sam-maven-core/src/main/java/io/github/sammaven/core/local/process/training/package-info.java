/**
 * The function that a child JVM runs once so that the classes it needed can be archived for later starts.
 * It brings its own Runtime API, since the process that started it may be gone by then.
 */
@NullMarked
package io.github.sammaven.core.local.process.training;

import org.jspecify.annotations.NullMarked;

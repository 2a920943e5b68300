/**
 * Runs the tools other languages are built with as child processes that leave nothing behind.
 * Knows where they are, what version they have, and how to get one that is missing.
 */
@NullMarked
package io.github.sammaven.core.build.tool;

import org.jspecify.annotations.NullMarked;

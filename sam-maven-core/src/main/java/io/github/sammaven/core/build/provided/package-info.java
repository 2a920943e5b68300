/**
 * Builds programs that are their own runtime: of Go, Rust and .NET, and native executables that Maven has made.
 * Tools that are not there are named; nothing is copied instead.
 */
@NullMarked
package io.github.sammaven.core.build.provided;

import org.jspecify.annotations.NullMarked;

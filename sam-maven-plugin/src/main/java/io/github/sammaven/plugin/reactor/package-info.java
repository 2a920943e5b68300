/**
 * The running Maven build as the core sees it: modules with their classes and resolved runtime class path.
 * Nothing is built here; what is asked for must have been built earlier in the same run.
 */
@NullMarked
package io.github.sammaven.plugin.reactor;

import org.jspecify.annotations.NullMarked;

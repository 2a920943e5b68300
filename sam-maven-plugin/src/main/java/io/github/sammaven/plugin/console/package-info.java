/**
 * Events of the core as lines on Maven's console.
 * What an event means is decided in the core; only its look is decided here.
 */
@NullMarked
package io.github.sammaven.plugin.console;

import org.jspecify.annotations.NullMarked;

/**
 * Brings a packaged template into a stack: checks, change set, execution, events, outputs.
 * Sees AWS only through the ports of {@code aws} and time only through {@code Pauser} and a clock.
 */
@NullMarked
package io.github.sammaven.core.deploy;

import org.jspecify.annotations.NullMarked;

/**
 * One class per event source of functions and of state machines: what makes the source call the target.
 */
@NullMarked
package io.github.sammaven.core.transform.event;

import org.jspecify.annotations.NullMarked;

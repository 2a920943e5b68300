/**
 * Notices that code has changed, once the change is complete.
 * What is done about it is up to the listener.
 */
@NullMarked
package io.github.sammaven.core.local.watch;

import org.jspecify.annotations.NullMarked;

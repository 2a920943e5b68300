/**
 * The page that shows what is served on this machine: functions, routes, and the last requests with their events, logs and
 * answers. Plain HTML made here, for a browser on the same machine only.
 */
@NullMarked
package io.github.sammaven.core.local.console;

import org.jspecify.annotations.NullMarked;

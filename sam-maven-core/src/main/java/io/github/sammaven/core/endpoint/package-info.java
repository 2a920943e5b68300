/**
 * The doors of a stack that stand open: functions that anybody may call over HTTP.
 * Takes the routes and function URLs as they are read from the transformed template.
 */
@NullMarked
package io.github.sammaven.core.endpoint;

import org.jspecify.annotations.NullMarked;

/**
 * As much of an HTTP/1.1 server as the Runtime API needs: few connections that stay, calls that wait long for their reply,
 * bodies that stream and end with trailers. It is small because it is on the way of every first call of a function.
 */
@NullMarked
package io.github.sammaven.core.local.runtime.http;

import org.jspecify.annotations.NullMarked;

/**
 * WebSocket APIs: who connects, which function gets a message, what goes back, and the endpoint by which functions send.
 * A connection that is idle holds no thread.
 */
@NullMarked
package io.github.sammaven.core.local.apigateway.websocket;

import org.jspecify.annotations.NullMarked;

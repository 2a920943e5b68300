/** The parts of a WebSocket API: routes with their integrations and permissions, the authorizer, the stage. */
@NullMarked
package io.github.sammaven.core.transform.websocket;

import org.jspecify.annotations.NullMarked;

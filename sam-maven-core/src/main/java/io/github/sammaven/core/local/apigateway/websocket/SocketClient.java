package io.github.sammaven.core.local.apigateway.websocket;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/**
 * Who is connected, or wants to be.
 *
 * @param connectionId ends in {@code =}
 * @param domain the {@code Host} it asked for, with the port: functions make the address of the management endpoint of it
 * @param address of the client
 * @param userAgent empty if it did not say
 * @param authorizer what its authorizer said, for all events of the connection
 */
record SocketClient(
        String connectionId,
        Instant connectedAt,
        String domain,
        String address,
        Optional<String> userAgent,
        Optional<ObjectNode> authorizer) {

    SocketClient with(Optional<ObjectNode> context) {
        return new SocketClient(connectionId, connectedAt, domain, address, userAgent, context);
    }
}

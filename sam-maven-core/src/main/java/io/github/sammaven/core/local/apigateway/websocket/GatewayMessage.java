package io.github.sammaven.core.local.apigateway.websocket;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/** What the gateway tells a client by itself. */
final class GatewayMessage {

    private GatewayMessage() {}

    static String of(String message, String connectionId, String requestId) {
        String quoted = String.valueOf(JsonStringEncoder.getInstance().quoteAsString(message));
        return "{\"message\": \"%s\", \"connectionId\":\"%s\", \"requestId\":\"%s\"}"
                .formatted(quoted, connectionId, requestId);
    }
}

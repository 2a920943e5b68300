package io.github.sammaven.core.local.apigateway.websocket;

import io.undertow.connector.ByteBufferPool;
import io.undertow.util.Headers;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.protocol.version13.Hybi13Handshake;
import io.undertow.websockets.spi.WebSocketHttpExchange;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xnio.StreamConnection;

/** Opens connections as API Gateway does: with the subprotocol that the function chose, and without extensions. */
final class LimitedHandshake extends Hybi13Handshake {

    private final Optional<String> subprotocol;

    LimitedHandshake(Optional<String> subprotocol) {
        super(Set.of(), false);
        this.subprotocol = subprotocol;
    }

    @Override
    protected @Nullable String supportedSubprotols(String[] requested) {
        return subprotocol.orElse(null);
    }

    @Override
    public WebSocketChannel createChannel(
            WebSocketHttpExchange exchange, StreamConnection connection, ByteBufferPool pool) {
        return new LimitedChannel(
                connection,
                pool,
                getWebSocketLocation(exchange),
                exchange.getResponseHeader(Headers.SEC_WEB_SOCKET_PROTOCOL_STRING),
                exchange.getPeerConnections(),
                exchange.getOptions());
    }
}

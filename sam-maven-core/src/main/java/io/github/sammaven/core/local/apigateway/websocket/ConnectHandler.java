package io.github.sammaven.core.local.apigateway.websocket;

import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import io.undertow.websockets.WebSocketConnectionCallback;
import io.undertow.websockets.WebSocketProtocolHandshakeHandler;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.spi.AsyncWebSocketHttpServerExchange;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** Opens connections. It blocks while the function of {@code $connect} thinks about it. */
final class ConnectHandler implements HttpHandler {

    private final ServedStage stage;
    private final ConnectRoute route;
    private final Connections connections;
    private final BiConsumer<SocketClient, WebSocketChannel> onOpen;

    /** @param onOpen gets each new connection, in the thread that will read from it */
    ConnectHandler(
            ServedStage stage,
            ConnectRoute route,
            Connections connections,
            BiConsumer<SocketClient, WebSocketChannel> onOpen) {
        this.stage = stage;
        this.route = route;
        this.connections = connections;
        this.onOpen = onOpen;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        Arrival arrival = stage.arrival();
        ApiRequest request = ConnectRequest.of(exchange, arrival);
        SocketClient client = ConnectRequest.client(request, stage.newId());
        ConnectVerdict verdict = isUpgrade(exchange, request)
                ? route.ask(client, arrival, request, exchange.getQueryParameters())
                : noUpgrade(exchange, client, arrival);
        try {
            if (verdict.isWelcome()) {
                upgrade(exchange, verdict);
            } else {
                refuse(exchange, verdict);
            }
        } finally {
            stage.served(
                    arrival,
                    request.method(),
                    request.query().isEmpty() ? request.path() : request.path() + "?" + request.query(),
                    0,
                    verdict.status(),
                    verdict.body(),
                    verdict.outcome());
        }
    }

    private static boolean isUpgrade(HttpServerExchange exchange, ApiRequest request) {
        return request.header("Upgrade").filter("websocket"::equalsIgnoreCase).isPresent()
                && new LimitedHandshake(Optional.empty())
                        .matches(new AsyncWebSocketHttpServerExchange(exchange, Set.of()));
    }

    private static ConnectVerdict noUpgrade(HttpServerExchange exchange, SocketClient client, Arrival arrival) {
        exchange.getResponseHeaders().put(Headers.UPGRADE, "websocket");
        return new ConnectVerdict(
                StatusCodes.UPGRADE_REQUIRED,
                GatewayMessage.of("Upgrade Required", client.connectionId(), arrival.requestId()),
                client,
                CallOutcome.without("the request is no WebSocket handshake"));
    }

    private void upgrade(HttpServerExchange exchange, ConnectVerdict verdict) throws Exception {
        SocketClient client = verdict.client();
        connections.expect(client.connectionId());
        LimitedHandshake handshake =
                new LimitedHandshake(verdict.outcome().answer().flatMap(SocketAnswer::subprotocol));
        WebSocketConnectionCallback opened = (upgraded, channel) -> onOpen.accept(client, channel);
        new WebSocketProtocolHandshakeHandler(List.of(handshake), opened).handleRequest(exchange);
    }

    private static void refuse(HttpServerExchange exchange, ConnectVerdict verdict) {
        exchange.setStatusCode(verdict.status());
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
        exchange.getResponseSender().send(verdict.body());
    }
}

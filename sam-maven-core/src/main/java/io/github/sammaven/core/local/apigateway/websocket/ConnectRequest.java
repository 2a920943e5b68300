package io.github.sammaven.core.local.apigateway.websocket;

import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import io.github.sammaven.core.local.apigateway.model.Header;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The request that asks for a connection. */
final class ConnectRequest {

    private ConnectRequest() {}

    static ApiRequest of(HttpServerExchange exchange, Arrival arrival) {
        List<Header> headers = new ArrayList<>();
        for (HeaderValues values : exchange.getRequestHeaders()) {
            values.forEach(
                    value -> headers.add(new Header(values.getHeaderName().toString(), value)));
        }
        return new ApiRequest(
                arrival.id(),
                arrival.at(),
                exchange.getRequestMethod().toString(),
                exchange.getRequestURI(),
                exchange.getQueryString(),
                headers,
                new byte[0],
                new ApiRequest.Caller(
                        exchange.getSourceAddress().getAddress().getHostAddress(),
                        exchange.getProtocol().toString(),
                        exchange.getRequestScheme(),
                        exchange.getDestinationAddress().getPort()));
    }

    static SocketClient client(ApiRequest request, String connectionId) {
        return new SocketClient(
                connectionId,
                request.at(),
                request.header("Host").orElse("localhost"),
                request.caller().address(),
                request.header("User-Agent"),
                Optional.empty());
    }
}

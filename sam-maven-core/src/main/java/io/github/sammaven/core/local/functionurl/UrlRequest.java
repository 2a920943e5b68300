package io.github.sammaven.core.local.functionurl;

import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import io.github.sammaven.core.local.apigateway.model.Header;
import io.undertow.server.HttpServerExchange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Takes a request from its exchange. */
final class UrlRequest {

    private UrlRequest() {}

    static ApiRequest of(HttpServerExchange exchange, byte[] body, String id, Instant at) {
        List<Header> headers = new ArrayList<>();
        exchange.getRequestHeaders()
                .forEach(values -> values.forEach(
                        value -> headers.add(new Header(values.getHeaderName().toString(), value))));
        return new ApiRequest(
                id,
                at,
                exchange.getRequestMethod().toString(),
                exchange.getRequestPath(),
                exchange.getQueryString(),
                headers,
                body,
                new ApiRequest.Caller(
                        exchange.getSourceAddress().getAddress().getHostAddress(),
                        exchange.getProtocol().toString(),
                        exchange.getRequestScheme(),
                        exchange.getHostPort()));
    }
}

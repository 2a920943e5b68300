package io.github.sammaven.core.local.runtime;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;

/** The short answers of the API. */
final class ApiReplies {

    private ApiReplies() {}

    static void accept(HttpServerExchange exchange) {
        json(exchange, 202, "{\"status\":\"OK\"}");
    }

    static void refuse(HttpServerExchange exchange, ApiError error) {
        json(exchange, error.status(), error.body());
    }

    static void refuse(HttpServerExchange exchange, ExtensionError error) {
        json(exchange, 403, error.body());
    }

    static void json(HttpServerExchange exchange, int status, String body) {
        exchange.setStatusCode(status);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
        exchange.getResponseSender().send(body);
    }
}

package io.github.sammaven.core.local.apigateway.model;

import io.github.sammaven.core.problem.SourceMark;
import java.util.Optional;

/**
 * One route of an API.
 *
 * @param method upper case, or {@link #ANY}; empty text for WebSocket routes and {@code $default}
 * @param path as it is defined: {@code /items/{id}}, {@code /{proxy+}}, or {@link #DEFAULT}; for a WebSocket API the
 *     route key, {@code $connect}
 * @param operation {@code operationId} of the definition
 * @param integration what answers
 * @param access who may call
 * @param mark where it is defined
 * @param twoWay whether what the function returns goes back to the client of a WebSocket API: the route has a response,
 *     and {@code RouteResponseSelectionExpression} is {@code $default}
 */
public record Route(
        String method,
        String path,
        Optional<String> operation,
        Integration integration,
        Access access,
        SourceMark mark,
        boolean twoWay) {

    /** Takes every method that has no route of its own. */
    public static final String ANY = "ANY";

    /** Takes every request that has no route of its own. */
    public static final String DEFAULT = "$default";

    /** Any but a two-way route of a WebSocket API. */
    public Route(
            String method,
            String path,
            Optional<String> operation,
            Integration integration,
            Access access,
            SourceMark mark) {
        this(method, path, operation, integration, access, mark, false);
    }

    /** {@code GET /items/{id}}, or {@code $default}. */
    public String key() {
        return method.isEmpty() ? path : method + " " + path;
    }
}

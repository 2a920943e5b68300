package io.github.sammaven.core.local.apigateway.websocket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;

/** The route selection expression of an API: where a message names its route. */
final class RouteSelection {

    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final String BODY = "$request.body.";
    private static final String BODY_IN_BRACES = "${request.body.";

    private final List<String> names;

    private RouteSelection(List<String> names) {
        this.names = names;
    }

    /**
     * @param expression {@code $request.body.action}, {@code $request.body.a.b} or <code>${request.body.a}</code>; no
     *     message has a route of its own with any other
     */
    static RouteSelection of(String expression) {
        if (expression.startsWith(BODY)) {
            return new RouteSelection(
                    List.of(expression.substring(BODY.length()).split("\\.", -1)));
        }
        if (expression.startsWith(BODY_IN_BRACES) && expression.endsWith("}")) {
            return of("$" + expression.substring(2, expression.length() - 1));
        }
        return new RouteSelection(List.of());
    }

    /** What the message names; empty if it is not JSON, or has no text, number or truth value there. */
    Optional<String> key(String message) {
        if (names.isEmpty()) {
            return Optional.empty();
        }
        JsonNode node;
        try {
            node = MAPPER.readTree(message);
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
        for (String name : names) {
            node = node.path(name);
        }
        return node.isValueNode() && !node.isNull() ? Optional.of(node.asText()) : Optional.empty();
    }
}

package io.github.sammaven.core.local.apigateway.model;

import java.util.Map;

/**
 * The route of a request.
 *
 * @param parameters of the path by name, escapes kept
 */
public record RouteMatch(Route route, Map<String, String> parameters) {

    public RouteMatch {
        parameters = Map.copyOf(parameters);
    }
}

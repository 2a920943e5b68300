package io.github.sammaven.core.local.apigateway.model;

import java.util.Map;

/**
 * The route of a request.
 *
 * @param parameters of the path by name, escapes kept
 * @param stageInPath whether the path of the request begins with the stage, {@code /Prod/items}
 */
public record RouteMatch(Route route, Map<String, String> parameters, boolean stageInPath) {

    public RouteMatch {
        parameters = Map.copyOf(parameters);
    }

    /** Of a path without a stage. */
    public RouteMatch(Route route, Map<String, String> parameters) {
        this(route, parameters, false);
    }
}

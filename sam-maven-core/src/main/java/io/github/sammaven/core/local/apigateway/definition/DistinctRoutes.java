package io.github.sammaven.core.local.apigateway.definition;

import io.github.sammaven.core.local.apigateway.model.Route;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps one route for each method and path. */
final class DistinctRoutes {

    private DistinctRoutes() {}

    /** The first of each key; that there are others is told, and that there is none at all. */
    static List<Route> of(List<Route> routes, StackReading stack, StackResources.Declared api) {
        Map<String, Route> distinct = new LinkedHashMap<>();
        for (Route route : routes) {
            Route first = distinct.putIfAbsent(route.key(), route);
            if (first != null) {
                stack.warn(
                        route.mark(),
                        api.id() + ": " + route.key() + " is defined twice, the first one is served",
                        first.mark().isKnown() ? "it is at " + first.mark() : "");
            }
        }
        if (distinct.isEmpty()) {
            stack.warn(api.mark(), api.id() + " has no routes that can be served", "");
        }
        return List.copyOf(distinct.values());
    }
}

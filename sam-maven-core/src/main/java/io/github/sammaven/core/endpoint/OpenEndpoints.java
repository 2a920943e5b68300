package io.github.sammaven.core.endpoint;

import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.core.function.LambdaFunction;
import io.github.sammaven.core.local.apigateway.model.ApiKind;
import io.github.sammaven.core.local.apigateway.model.Integration;
import io.github.sammaven.core.local.apigateway.model.LocalApi;
import io.github.sammaven.core.local.apigateway.model.Route;
import io.github.sammaven.core.local.functionurl.FunctionUrl;
import io.github.sammaven.core.problem.SourceMark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds functions that anybody may call: by a route without an authorizer and without an API key, or by a function URL
 * that need not be signed. The preflight of CORS is answered by the gateway and does not count. A WebSocket API is
 * guarded by its {@code $connect} route alone.
 */
public final class OpenEndpoints {

    private static final String CONNECT = "$connect";

    private final FunctionCatalog catalog;
    private final Map<String, List<String>> doors = new LinkedHashMap<>();
    private final Map<String, SourceMark> marks = new LinkedHashMap<>();

    private OpenEndpoints(FunctionCatalog catalog) {
        this.catalog = catalog;
    }

    /** Each function once, in the order of the APIs and URLs. */
    public static List<OpenEndpoint> of(List<LocalApi> apis, List<FunctionUrl> urls, FunctionCatalog catalog) {
        OpenEndpoints open = new OpenEndpoints(catalog);
        apis.forEach(open::add);
        urls.stream().filter(url -> !url.signed()).forEach(open::add);
        return open.doors.entrySet().stream()
                .map(door -> new OpenEndpoint(door.getKey(), open.marks.get(door.getKey()), door.getValue()))
                .toList();
    }

    private void add(LocalApi api) {
        boolean guarded = api.kind() == ApiKind.WEBSOCKET
                && api.routes().stream().anyMatch(route -> route.path().equals(CONNECT) && !isOpen(route));
        if (!guarded) {
            api.routes().stream()
                    .filter(OpenEndpoints::isOpen)
                    .filter(route -> route.integration() instanceof Integration.Function)
                    .forEach(route -> add(
                            ((Integration.Function) route.integration()).function(),
                            route.key() + " of " + api.id(),
                            route.mark()));
        }
    }

    private void add(FunctionUrl url) {
        add(url.function(), "its function URL", SourceMark.NONE);
    }

    private void add(String function, String door, SourceMark mark) {
        doors.computeIfAbsent(function, unused -> new ArrayList<>()).add(door);
        marks.putIfAbsent(
                function, catalog.function(function).map(LambdaFunction::mark).orElse(mark));
    }

    private static boolean isOpen(Route route) {
        return route.access().authorizer().isEmpty() && !route.access().apiKeyRequired();
    }
}

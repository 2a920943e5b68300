package io.github.sammaven.plugin.console;

import io.github.sammaven.core.local.apigateway.model.ApiKind;
import io.github.sammaven.core.local.apigateway.model.Integration;
import io.github.sammaven.core.local.apigateway.model.LocalApi;
import io.github.sammaven.core.local.apigateway.model.Route;
import io.github.sammaven.core.local.apigateway.model.RouteLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The routes of an API as they are told at the start. */
public final class RouteLines {

    private final List<LocalApi> apis;
    private final String url;

    /**
     * @param apis that share a listener
     * @param url of the listener
     */
    public RouteLines(List<LocalApi> apis, String url) {
        this.apis = List.copyOf(apis);
        this.url = url;
    }

    /** One line for each API, one for each route below it. */
    public List<String> table() {
        List<String> lines = new ArrayList<>();
        for (LocalApi api : apis) {
            lines.add(api.id() + "  (" + api.kind() + ", stage " + api.stage() + ")   " + url);
            int path = width(api, Route::path);
            int answer = width(api, route -> new RouteLabel(route).answeredBy());
            String form = "  " + method(api) + "%-" + path + "s   %-" + answer + "s   %s";
            api.routes()
                    .forEach(route -> lines.add(String.format(
                                    Locale.ROOT,
                                    form,
                                    route.method(),
                                    route.path(),
                                    new RouteLabel(route).answeredBy(),
                                    new RouteLabel(route).access())
                            .stripTrailing()));
        }
        return lines;
    }

    /** Routes of WebSocket APIs have none, and so no column for it. */
    private static String method(LocalApi api) {
        return api.kind() == ApiKind.WEBSOCKET ? "%s" : "%-" + width(api, Route::method) + "s ";
    }

    private static int width(LocalApi api, Function<Route, String> column) {
        return api.routes().stream().map(column).mapToInt(String::length).max().orElse(0) + 1;
    }

    /** In the words of SAM CLI, which scripts wait for. */
    public List<String> mountings() {
        return apis.stream()
                .filter(api -> api.kind() != ApiKind.WEBSOCKET)
                .flatMap(api -> api.routes().stream())
                .filter(route -> route.integration() instanceof Integration.Function)
                .map(route -> "Mounting " + new RouteLabel(route).answeredBy() + " at " + url
                        + (route.path().equals(Route.DEFAULT) ? "/" : route.path()) + " [" + methods(route) + "]")
                .toList();
    }

    private static String methods(Route route) {
        return route.method().isEmpty() || route.method().equals(Route.ANY)
                ? "DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT"
                : route.method();
    }
}

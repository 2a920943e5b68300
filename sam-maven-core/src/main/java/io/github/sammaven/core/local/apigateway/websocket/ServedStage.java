package io.github.sammaven.core.local.apigateway.websocket;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sammaven.core.local.apigateway.model.LocalApi;
import io.github.sammaven.core.local.apigateway.model.Route;
import io.github.sammaven.core.local.journal.ServedRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The stage of an API as its handlers see it: routes by key, and the way to call and to tell of it. */
final class ServedStage {

    private final LocalApi api;
    private final Map<String, Route> routes;
    private final FunctionCalls calls;
    private final AccessLog log;
    private final GatewayIds ids = new GatewayIds();
    private final Clock clock;

    ServedStage(LocalApi api, FunctionCalls calls, AccessLog log, Clock clock) {
        this.api = api;
        this.routes = api.routes().stream()
                .collect(Collectors.toUnmodifiableMap(Route::path, Function.identity(), (first, again) -> first));
        this.calls = calls;
        this.log = log;
        this.clock = clock;
    }

    LocalApi api() {
        return api;
    }

    Optional<Route> route(String key) {
        return Optional.ofNullable(routes.get(key));
    }

    String newId() {
        return ids.next();
    }

    Arrival arrival() {
        return Arrival.now(clock, ids);
    }

    CompletableFuture<CallOutcome> call(Route route, Arrival arrival, ObjectNode event) {
        return calls.call(arrival.id(), route.integration(), event.toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param method of HTTP, or route key
     * @param target path with query, or id of the connection
     * @param bytesIn of the body
     */
    void served(
            Arrival arrival,
            String method,
            String target,
            long bytesIn,
            int status,
            String response,
            CallOutcome outcome) {
        Duration took = arrival.took();
        log.add(new ServedRequest(
                arrival.id(),
                arrival.at(),
                api.id(),
                method,
                target,
                status,
                took,
                bytesIn,
                response.getBytes(StandardCharsets.UTF_8),
                outcome.call(),
                outcome.remark()));
    }
}

package io.github.sammaven.core.local.apigateway.websocket;

import io.github.sammaven.core.local.apigateway.model.GatewayError;
import io.github.sammaven.core.local.apigateway.model.Route;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Brings messages to the functions of their routes, and what they say back where a route has a response. */
final class MessageHandler {

    private final ServedStage stage;
    private final RouteSelection selection;
    private final SocketEvents events;

    MessageHandler(ServedStage stage, SocketEvents events) {
        this.stage = stage;
        this.selection = RouteSelection.of(stage.api().selection().route().orElse(""));
        this.events = events;
    }

    /** @return completes when the answer is on its way */
    CompletableFuture<?> message(Connection connection, String body) {
        Arrival arrival = stage.arrival();
        Optional<Route> chosen = route(body);
        if (chosen.isEmpty()) {
            String refusal = error("Forbidden", connection, arrival);
            connection.send(refusal);
            CallOutcome none = CallOutcome.without("no route has its key, and there is no $default");
            stage.served(arrival, Route.DEFAULT, id(connection), size(body), 403, refusal, none);
            return CompletableFuture.completedFuture(none);
        }
        Route route = chosen.get();
        return stage.call(
                        route, arrival, events.message(connection.client(), arrival, stage.newId(), route.path(), body))
                .thenApply(outcome -> route.twoWay() ? limited(outcome) : outcome)
                .thenAccept(outcome -> {
                    String answer = answer(connection, arrival, route, outcome);
                    if (!answer.isEmpty()) {
                        connection.send(answer);
                    }
                    stage.served(arrival, route.path(), id(connection), size(body), outcome.status(), answer, outcome);
                });
    }

    private static String answer(Connection connection, Arrival arrival, Route route, CallOutcome outcome) {
        return outcome.errorMessage()
                .map(message -> error(message, connection, arrival))
                .or(() -> outcome.answer().filter(answer -> route.twoWay()).map(SocketAnswer::body))
                .orElse("");
    }

    private static CallOutcome limited(CallOutcome outcome) {
        int size = outcome.answer().map(answer -> size(answer.body())).orElse(0);
        return SocketLimits.MESSAGE.isExceededBy(size)
                ? CallOutcome.failed(
                        GatewayError.INTEGRATION_FAILURE, outcome.call(), SocketLimits.MESSAGE.exceeded(size))
                : outcome;
    }

    /** No message gets to the routes of {@code $connect} and {@code $disconnect}. */
    private Optional<Route> route(String body) {
        return selection
                .key(body)
                .filter(key -> !key.equals(SocketEvents.CONNECT) && !key.equals(SocketEvents.DISCONNECT))
                .flatMap(stage::route)
                .or(() -> stage.route(Route.DEFAULT));
    }

    private static String error(String message, Connection connection, Arrival arrival) {
        return GatewayMessage.of(message, id(connection), arrival.requestId());
    }

    private static String id(Connection connection) {
        return connection.client().connectionId();
    }

    private static int size(String body) {
        return body.getBytes(StandardCharsets.UTF_8).length;
    }
}

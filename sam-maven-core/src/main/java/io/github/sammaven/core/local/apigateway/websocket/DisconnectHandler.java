package io.github.sammaven.core.local.apigateway.websocket;

/** Tells the {@code $disconnect} route of connections that have ended. Nobody hears what it says. */
final class DisconnectHandler {

    private final ServedStage stage;
    private final SocketEvents events;

    DisconnectHandler(ServedStage stage, SocketEvents events) {
        this.stage = stage;
        this.events = events;
    }

    void ended(SocketClient client, Ending ending) {
        stage.route(SocketEvents.DISCONNECT).ifPresent(route -> {
            Arrival arrival = stage.arrival();
            stage.call(route, arrival, events.disconnect(client, arrival, ending))
                    .thenAccept(outcome -> stage.served(
                            arrival, route.path(), client.connectionId(), 0, outcome.status(), "", outcome));
        });
    }
}

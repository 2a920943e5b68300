package io.github.sammaven.core.local.apigateway;

import io.github.sammaven.core.local.apigateway.model.LocalApi;
import io.github.sammaven.core.local.apigateway.websocket.WebSocketGateway;
import io.github.sammaven.core.local.http.HttpListener;
import io.github.sammaven.core.local.http.ListenAddress;
import io.github.sammaven.core.local.http.ListenerOptions;
import io.github.sammaven.core.problem.SamException;
import io.undertow.server.HttpHandler;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** One listener with the APIs behind it. */
final class Door {

    private final List<LocalApi> apis;
    private final HttpListener listener;
    private final Consumer<Duration> before;

    private Door(List<LocalApi> apis, HttpListener listener, Consumer<Duration> before) {
        this.apis = List.copyOf(apis);
        this.listener = listener;
        this.before = before;
    }

    /** Of REST and HTTP APIs; more than one if they are merged. */
    static Door ofRoutes(List<LocalApi> apis, GatewaySettings settings, ListenAddress address, IntegrationTimer timer) {
        Routing routing = settings.merged() ? Routing.merged(apis, settings) : Routing.of(apis.get(0), settings);
        return new Door(
                apis, listen(apis, settings, address, new GatewayHandler(routing, settings, timer)), grace -> {});
    }

    /** Of a WebSocket API. */
    static Door ofSockets(LocalApi api, GatewaySettings settings, ListenAddress address) {
        WebSocketGateway gateway = WebSocketGateway.of(
                api,
                settings.functions(),
                settings.sockets().connect(),
                settings.sockets().unsignedAllowed(),
                settings.events(),
                settings.journal(),
                settings.clock());
        try {
            // Functions are told of the end of their connections, and may still send to them.
            return new Door(List.of(api), listen(List.of(api), settings, address, gateway), gateway::stop);
        } catch (RuntimeException e) {
            gateway.stop(Duration.ZERO);
            throw e;
        }
    }

    private static HttpListener listen(
            List<LocalApi> apis, GatewaySettings settings, ListenAddress address, HttpHandler handler) {
        try {
            return HttpListener.start(address, new ListenerOptions(settings.certificate(), true), handler);
        } catch (SamException e) {
            String names = apis.stream().map(LocalApi::id).collect(Collectors.joining(", "));
            throw new SamException(
                    names + ": " + e.problems().get(0).message(),
                    e.problems().get(0).suggestion(),
                    e);
        }
    }

    List<LocalApi> apis() {
        return apis;
    }

    String url() {
        return listener.url();
    }

    void stop(Duration grace) {
        before.accept(grace);
        listener.stop(grace);
    }
}

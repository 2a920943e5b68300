package io.github.sammaven.core.local.apigateway;

import io.github.sammaven.core.local.apigateway.model.LocalApi;
import io.github.sammaven.core.local.apigateway.websocket.WebSocketGateway;
import io.github.sammaven.core.local.http.HttpListener;
import io.github.sammaven.core.local.http.ListenAddress;
import io.github.sammaven.core.local.http.ListenerOptions;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import io.undertow.server.HttpHandler;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** One listener and the APIs behind it. */
final class Door {

    private final List<LocalApi> apis;
    private final HttpListener listener;
    private final String url;
    private final Consumer<Duration> beforeStop;

    private Door(List<LocalApi> apis, HttpListener listener, String url, Consumer<Duration> beforeStop) {
        this.apis = apis;
        this.listener = listener;
        this.url = url;
        this.beforeStop = beforeStop;
    }

    static Door ofRequests(
            List<LocalApi> apis, GatewaySettings settings, ListenAddress address, IntegrationTimer timer) {
        Routing routing = settings.merged() ? Routing.merged(apis, settings) : Routing.of(apis.get(0), settings);
        HttpHandler handler = new GatewayHandler(routing, settings, timer);
        HttpListener listener = listen(apis, address, options(settings, true), handler);
        return new Door(apis, listener, listener.url(), grace -> {});
    }

    static Door ofWebSockets(LocalApi api, GatewaySettings settings, ListenAddress address) {
        WebSocketGateway handler = WebSocketGateway.of(
                api,
                settings.functions(),
                settings.webSockets().authorizer(),
                settings.webSockets().unsignedAllowed(),
                settings.events(),
                settings.journal(),
                settings.clock());
        try {
            HttpListener listener = listen(List.of(api), address, options(settings, false), handler);
            String url = "ws" + listener.url().substring("http".length());
            return new Door(List.of(api), listener, url, handler::stop);
        } catch (SamException e) {
            handler.stop(Duration.ZERO);
            throw e;
        }
    }

    private static ListenerOptions options(GatewaySettings settings, boolean escapesKept) {
        return new ListenerOptions(settings.certificate(), escapesKept);
    }

    private static HttpListener listen(
            List<LocalApi> apis, ListenAddress address, ListenerOptions options, HttpHandler handler) {
        try {
            return HttpListener.start(address, options, handler);
        } catch (SamException e) {
            Problem why = e.problems().get(0);
            String names = apis.stream().map(LocalApi::id).collect(Collectors.joining(", "));
            throw new SamException(names + ": " + why.message(), why.suggestion(), e);
        }
    }

    List<LocalApi> apis() {
        return apis;
    }

    String url() {
        return url;
    }

    /** Functions of WebSocket APIs may send until they end, so the listener ends last. */
    void stop(Duration grace) {
        beforeStop.accept(grace);
        listener.stop(grace);
    }
}

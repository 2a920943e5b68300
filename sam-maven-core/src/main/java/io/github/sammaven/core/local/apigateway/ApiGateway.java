package io.github.sammaven.core.local.apigateway;

import io.github.sammaven.core.local.apigateway.model.ApiKind;
import io.github.sammaven.core.local.apigateway.model.LocalApi;
import io.github.sammaven.core.local.http.HttpListener;
import io.github.sammaven.core.local.http.ListenAddress;
import io.github.sammaven.core.local.http.ListenerOptions;
import io.github.sammaven.core.problem.SamException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** APIs on ports of this machine. */
public final class ApiGateway {

    private final List<Door> doors;
    private final IntegrationTimer timer;

    private ApiGateway(List<Door> doors, IntegrationTimer timer) {
        this.doors = List.copyOf(doors);
        this.timer = timer;
    }

    /**
     * Where APIs are served.
     *
     * @param apis more than one if they are merged
     * @param url {@code http://127.0.0.1:3000}
     */
    public record Served(List<LocalApi> apis, String url) {}

    private record Door(List<LocalApi> apis, HttpListener listener) {}

    /**
     * Listens for all APIs, or for none of them.
     *
     * @throws SamException if a port is taken, with the API that wanted it
     */
    public static ApiGateway start(GatewaySettings settings) {
        IntegrationTimer timer = IntegrationTimer.start();
        List<Door> doors = new ArrayList<>();
        try {
            for (List<LocalApi> apis : groups(settings)) {
                doors.add(open(apis, settings, address(settings.address(), doors.size()), timer));
            }
        } catch (RuntimeException e) {
            new ApiGateway(doors, timer).stop(Duration.ZERO);
            throw e;
        }
        return new ApiGateway(doors, timer);
    }

    private static List<List<LocalApi>> groups(GatewaySettings settings) {
        List<LocalApi> apis = settings.apis().stream()
                .filter(api -> api.kind() != ApiKind.WEBSOCKET)
                .toList();
        if (settings.merged()) {
            return apis.isEmpty() ? List.of() : List.of(apis);
        }
        return apis.stream().map(List::of).toList();
    }

    private static ListenAddress address(ListenAddress first, int index) {
        return first.port() == 0 ? first : new ListenAddress(first.host(), first.port() + index);
    }

    private static Door open(
            List<LocalApi> apis, GatewaySettings settings, ListenAddress address, IntegrationTimer timer) {
        Routing routing = settings.merged() ? Routing.merged(apis, settings) : Routing.of(apis.get(0), settings);
        try {
            return new Door(
                    apis,
                    HttpListener.start(
                            address,
                            new ListenerOptions(settings.certificate(), true),
                            new GatewayHandler(routing, settings, timer)));
        } catch (SamException e) {
            String names = apis.stream().map(LocalApi::id).collect(Collectors.joining(", "));
            throw new SamException(
                    names + ": " + e.problems().get(0).message(),
                    e.problems().get(0).suggestion(),
                    e);
        }
    }

    /** In the order of the ports. */
    public List<Served> served() {
        return doors.stream()
                .map(door -> new Served(door.apis(), door.listener().url()))
                .toList();
    }

    /** Refuses new requests with 503, and ends when those under way have ended or {@code grace} is over. */
    public void stop(Duration grace) {
        doors.parallelStream().forEach(door -> door.listener().stop(grace));
        timer.stop();
    }
}

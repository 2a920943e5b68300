package io.github.sammaven.core.local.apigateway;

import io.github.sammaven.core.local.apigateway.model.ApiKind;
import io.github.sammaven.core.local.apigateway.model.LocalApi;
import io.github.sammaven.core.local.http.ListenAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

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
     * @param url {@code http://127.0.0.1:3000}; {@code ws://127.0.0.1:3001} of a WebSocket API
     */
    public record Served(List<LocalApi> apis, String url) {}

    /**
     * Listens for all APIs, or for none of them.
     *
     * @throws io.github.sammaven.core.problem.SamException if a port is taken, with the API that wanted it
     */
    public static ApiGateway start(GatewaySettings settings) {
        IntegrationTimer timer = IntegrationTimer.start();
        List<Door> doors = new ArrayList<>();
        try {
            for (List<LocalApi> apis : groups(settings)) {
                ListenAddress address = address(settings.address(), doors.size());
                doors.add(
                        apis.get(0).kind() == ApiKind.WEBSOCKET
                                ? Door.ofWebSockets(apis.get(0), settings, address)
                                : Door.ofRequests(apis, settings, address, timer));
            }
        } catch (RuntimeException e) {
            new ApiGateway(doors, timer).stop(Duration.ZERO);
            throw e;
        }
        return new ApiGateway(doors, timer);
    }

    private static List<List<LocalApi>> groups(GatewaySettings settings) {
        if (!settings.merged()) {
            return settings.apis().stream().map(List::of).toList();
        }
        List<LocalApi> requests = new ArrayList<>();
        List<List<LocalApi>> groups = new ArrayList<>();
        for (LocalApi api : settings.apis()) {
            if (api.kind() == ApiKind.WEBSOCKET) {
                groups.add(List.of(api));
            } else {
                requests.add(api);
            }
        }
        if (!requests.isEmpty()) {
            groups.add(0, requests);
        }
        return groups;
    }

    private static ListenAddress address(ListenAddress first, int index) {
        return first.port() == 0 ? first : new ListenAddress(first.host(), first.port() + index);
    }

    /** In the order of the ports. */
    public List<Served> served() {
        return doors.stream().map(door -> new Served(door.apis(), door.url())).toList();
    }

    /**
     * Refuses new requests with 503 and closes connections of WebSockets, and ends when what is under way has ended or
     * {@code grace} is over.
     */
    public void stop(Duration grace) {
        doors.parallelStream().forEach(door -> door.stop(grace));
        timer.stop();
    }
}

package io.github.sammaven.core.local.apigateway;

import io.github.sammaven.core.local.apigateway.model.ApiKind;
import io.github.sammaven.core.local.apigateway.model.LocalApi;
import io.github.sammaven.core.local.http.ListenAddress;
import io.github.sammaven.core.problem.SamException;
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
     * @param url {@code http://127.0.0.1:3000}
     */
    public record Served(List<LocalApi> apis, String url) {}

    /**
     * Listens for all APIs, or for none of them.
     *
     * @throws SamException if a port is taken, with the API that wanted it
     */
    public static ApiGateway start(GatewaySettings settings) {
        IntegrationTimer timer = IntegrationTimer.start();
        List<Door> doors = new ArrayList<>();
        try {
            return new ApiGateway(open(settings, timer, doors), timer);
        } catch (RuntimeException e) {
            new ApiGateway(doors, timer).stop(Duration.ZERO);
            throw e;
        }
    }

    private static List<Door> open(GatewaySettings settings, IntegrationTimer timer, List<Door> doors) {
        List<LocalApi> routed = settings.apis().stream()
                .filter(api -> api.kind() != ApiKind.WEBSOCKET)
                .toList();
        if (settings.merged() && !routed.isEmpty()) {
            doors.add(Door.ofRoutes(routed, settings, address(settings, doors), timer));
        }
        for (LocalApi api : settings.apis()) {
            if (api.kind() == ApiKind.WEBSOCKET) {
                doors.add(Door.ofSockets(api, settings, address(settings, doors)));
            } else if (!settings.merged()) {
                doors.add(Door.ofRoutes(List.of(api), settings, address(settings, doors), timer));
            }
        }
        return doors;
    }

    private static ListenAddress address(GatewaySettings settings, List<Door> doors) {
        ListenAddress first = settings.address();
        return first.port() == 0 ? first : new ListenAddress(first.host(), first.port() + doors.size());
    }

    /** In the order of the ports. */
    public List<Served> served() {
        return doors.stream().map(door -> new Served(door.apis(), door.url())).toList();
    }

    /** Refuses new requests with 503, and ends when those under way have ended or {@code grace} is over. */
    public void stop(Duration grace) {
        doors.parallelStream().forEach(door -> door.stop(grace));
        timer.stop();
    }
}

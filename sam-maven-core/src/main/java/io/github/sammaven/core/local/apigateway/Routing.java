package io.github.sammaven.core.local.apigateway;

import io.github.sammaven.core.local.apigateway.model.ApiKind;
import io.github.sammaven.core.local.apigateway.model.LocalApi;
import io.github.sammaven.core.local.apigateway.model.Route;
import io.github.sammaven.core.local.apigateway.model.RouteMatch;
import io.github.sammaven.core.local.apigateway.route.RouteTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The routes of one listener, each with the API it belongs to. */
final class Routing {

    /** Those that SAM makes up for events that name no API. */
    private static final Set<String> IMPLICIT = Set.of("ServerlessRestApi", "ServerlessHttpApi");

    private final RouteTable table;
    private final Map<Route, PublishedApi> owners = new IdentityHashMap<>();
    private final PublishedApi fallback;

    /** @param api whose route it is */
    record Found(PublishedApi api, RouteMatch match) {}

    private Routing(RouteTable table, List<PublishedApi> apis) {
        this.table = table;
        this.fallback = apis.get(0);
        apis.forEach(api -> api.api().routes().forEach(route -> owners.put(route, api)));
    }

    static Routing of(LocalApi api, GatewaySettings settings) {
        return new Routing(RouteTable.of(api, settings.compatibility()), List.of(new PublishedApi(api, settings)));
    }

    /**
     * One table for all. Of routes with one method and path, that of the implicit API counts, and that of the parent
     * before that of a nested stack. In SAM CLI stage, variables and CORS are those of the last API.
     */
    static Routing merged(List<LocalApi> apis, GatewaySettings settings) {
        List<LocalApi> served = settings.isSamCli() ? alike(apis) : apis;
        List<LocalApi> ordered = new ArrayList<>(served);
        ordered.sort(Comparator.comparingLong((LocalApi api) -> depth(api.id()))
                .thenComparing(api -> !IMPLICIT.contains(name(api.id()))));
        List<Route> routes =
                ordered.stream().flatMap(api -> api.routes().stream()).toList();
        ApiKind kind = served.stream().allMatch(api -> api.kind() == ApiKind.REST) ? ApiKind.REST : ApiKind.HTTP;
        LocalApi all = new LocalApi(
                kind,
                served.get(0).id(),
                "",
                Map.of(),
                List.of(),
                Optional.empty(),
                routes,
                Map.of(),
                List.of(),
                LocalApi.Selection.DEFAULT);
        return new Routing(
                RouteTable.of(all, settings.compatibility()),
                served.stream().map(api -> new PublishedApi(api, settings)).toList());
    }

    private static List<LocalApi> alike(List<LocalApi> apis) {
        LocalApi last = apis.get(apis.size() - 1);
        List<String> binary = apis.stream()
                .flatMap(api -> api.binaryTypes().stream())
                .distinct()
                .toList();
        return apis.stream()
                .map(api -> new LocalApi(
                        api.kind(),
                        api.id(),
                        last.stage(),
                        last.stageVariables(),
                        binary,
                        last.cors(),
                        api.routes(),
                        api.gatewayResponses(),
                        api.usage(),
                        api.selection()))
                .toList();
    }

    private static long depth(String id) {
        return id.chars().filter(c -> c == '/').count();
    }

    private static String name(String id) {
        return id.substring(id.lastIndexOf('/') + 1);
    }

    Optional<Found> find(String method, String path) {
        return table.match(method, path).map(match -> new Found(owners.get(match.route()), match));
    }

    /** The API that answers for what belongs to none. */
    PublishedApi fallback() {
        return fallback;
    }
}

package io.github.sammaven.core.local.apigateway.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An API with the one stage of it that is served here.
 *
 * @param kind its family
 * @param id logical id; in a nested stack with the path of that stack in front, {@code Shop/OrdersApi}
 * @param stage its name, {@code Prod}; {@code $default} for the one of HTTP APIs that has no prefix
 * @param stageVariables as the stage gives them
 * @param binaryTypes media types whose bodies are binary, {@code image/*} and {@code *}{@code /*} among them; REST only
 * @param cors what an HTTP API answers by itself; REST APIs have routes for that
 * @param routes in the order of the definition
 * @param gatewayResponses what a REST API answers instead of the default, by type such as {@code DEFAULT_4XX}
 * @param usage which API keys there are, and how often they may call; not of HTTP APIs
 * @param selection expressions of a WebSocket API
 */
public record LocalApi(
        ApiKind kind,
        String id,
        String stage,
        Map<String, String> stageVariables,
        List<String> binaryTypes,
        Optional<HttpCors> cors,
        List<Route> routes,
        Map<String, GatewayResponse> gatewayResponses,
        List<UsagePlan> usage,
        Selection selection) {

    public LocalApi {
        stageVariables = Map.copyOf(stageVariables);
        binaryTypes = List.copyOf(binaryTypes);
        routes = List.copyOf(routes);
        gatewayResponses = Map.copyOf(gatewayResponses);
        usage = List.copyOf(usage);
    }

    /**
     * Where a request says what it wants.
     *
     * @param route {@code RouteSelectionExpression} of a WebSocket API, {@code $request.body.action}
     * @param apiKey {@code HEADER} or {@code AUTHORIZER}: {@code ApiKeySourceType} of a REST API
     */
    public record Selection(Optional<String> route, String apiKey) {

        /** Of an API that says nothing. */
        public static final Selection DEFAULT = new Selection(Optional.empty(), "HEADER");
    }
}

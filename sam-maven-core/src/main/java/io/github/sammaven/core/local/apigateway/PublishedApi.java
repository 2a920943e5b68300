package io.github.sammaven.core.local.apigateway;

import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import io.github.sammaven.core.local.apigateway.model.ApiResponse;
import io.github.sammaven.core.local.apigateway.model.Compatibility;
import io.github.sammaven.core.local.apigateway.model.GatewayError;
import io.github.sammaven.core.local.apigateway.model.Integration;
import io.github.sammaven.core.local.apigateway.model.LocalApi;
import io.github.sammaven.core.local.apigateway.model.Route;
import io.github.sammaven.core.local.apigateway.proxy.ApiIdentity;
import io.github.sammaven.core.local.apigateway.proxy.Cors;
import io.github.sammaven.core.local.apigateway.proxy.GatewayErrors;
import io.github.sammaven.core.local.apigateway.proxy.GatewayHeaders;
import io.github.sammaven.core.local.apigateway.proxy.ProxyEvents;
import io.github.sammaven.core.local.apigateway.proxy.ProxyResponses;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;

/** One API with all that its requests need, made once. */
final class PublishedApi {

    private final LocalApi api;
    private final ProxyEvents events;
    private final GatewayAuthorizer authorizer;
    private final GatewayErrors errors;
    private final ProxyResponses responses;
    private final GatewayHeaders gatewayHeaders;
    private final Cors cors;
    private final Map<Route, MockIntegration> mocks = new IdentityHashMap<>();

    PublishedApi(LocalApi api, GatewaySettings settings) {
        this.api = api;
        Compatibility compatibility = settings.compatibility();
        ApiIdentity identity = ApiIdentity.of(api, compatibility, settings.region(), settings.accountId());
        events = new ProxyEvents(api, identity, compatibility);
        authorizer = settings.authorizers().apply(api);
        errors = new GatewayErrors(api, identity, compatibility);
        responses = new ProxyResponses(api, identity, compatibility);
        gatewayHeaders = new GatewayHeaders(api.kind(), compatibility);
        cors = Cors.of(api, compatibility);
        for (Route route : api.routes()) {
            if (route.integration() instanceof Integration.Mock mock) {
                mocks.put(route, new MockIntegration(mock));
            }
        }
    }

    LocalApi api() {
        return api;
    }

    ProxyEvents events() {
        return events;
    }

    GatewayAuthorizer authorizer() {
        return authorizer;
    }

    /** @param route whose integration is a mock */
    MockIntegration mock(Route route) {
        return Objects.requireNonNull(mocks.get(route));
    }

    ProxyResponses responses() {
        return responses;
    }

    Cors cors() {
        return cors;
    }

    /** The answer of a mock with what the gateway adds. */
    ApiResponse ofMock(ApiRequest request, ApiResponse response) {
        return completed(request, response.with(gatewayHeaders.of(request)));
    }

    /** The answer of a function, with CORS. */
    ApiResponse completed(ApiRequest request, ApiResponse response) {
        return cors.answer(request, response);
    }

    ApiResponse error(ApiRequest request, GatewayError error) {
        return cors.error(request, errors.of(error, request));
    }

    ApiResponse error(ApiRequest request, GatewayError error, String message) {
        return cors.error(request, errors.of(error, request, message));
    }
}

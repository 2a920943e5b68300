package io.github.sammaven.core.local.apigateway;

import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import io.github.sammaven.core.local.apigateway.model.Authorization;
import io.github.sammaven.core.local.apigateway.model.RouteMatch;

/** Decides about the requests to one API. Asked by several threads at a time, and may block. */
@FunctionalInterface
public interface GatewayAuthorizer {

    /** Everybody may call everything. */
    GatewayAuthorizer OPEN = (request, match) -> Authorization.Allowed.OPEN;

    Authorization authorize(ApiRequest request, RouteMatch match);
}

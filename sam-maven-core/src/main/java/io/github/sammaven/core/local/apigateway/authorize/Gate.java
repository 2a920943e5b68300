package io.github.sammaven.core.local.apigateway.authorize;

import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import io.github.sammaven.core.local.apigateway.model.Authorization;
import io.github.sammaven.core.local.apigateway.model.GatewayError;
import io.github.sammaven.core.local.apigateway.model.RouteMatch;

/** One authorizer, ready to decide. */
@FunctionalInterface
interface Gate {

    Gate OPEN = (request, match) -> Authorization.Allowed.OPEN;

    Authorization decide(ApiRequest request, RouteMatch match);

    /** @param reason why nobody may pass */
    static Gate closed(String reason) {
        Authorization refused = new Authorization.Refused(GatewayError.AUTHORIZER_CONFIGURATION_ERROR, reason);
        return (request, match) -> refused;
    }
}

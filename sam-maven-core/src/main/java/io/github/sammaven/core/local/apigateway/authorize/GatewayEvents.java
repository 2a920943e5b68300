package io.github.sammaven.core.local.apigateway.authorize;

import io.github.sammaven.core.local.apigateway.authorize.lambda.AuthorizerEvents;
import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import io.github.sammaven.core.local.apigateway.model.Authorizer;
import io.github.sammaven.core.local.apigateway.model.RouteMatch;
import io.github.sammaven.core.local.apigateway.proxy.ProxyEvents;
import java.util.List;

/** The events of REST and HTTP APIs. */
record GatewayEvents(ProxyEvents events) implements AuthorizerEvents {

    @Override
    public String arn(ApiRequest request, RouteMatch match) {
        return events.arn(request, match);
    }

    @Override
    public byte[] authorizer(ApiRequest request, RouteMatch match, Authorizer.Lambda authorizer, List<String> values) {
        return events.authorizer(request, match, authorizer, values);
    }
}

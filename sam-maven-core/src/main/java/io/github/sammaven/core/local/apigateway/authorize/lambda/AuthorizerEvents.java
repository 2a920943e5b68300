package io.github.sammaven.core.local.apigateway.authorize.lambda;

import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import io.github.sammaven.core.local.apigateway.model.Authorizer;
import io.github.sammaven.core.local.apigateway.model.RouteMatch;
import java.util.List;

/** Writes what a Lambda authorizer gets. */
@FunctionalInterface
public interface AuthorizerEvents {

    /**
     * @param arn of the request, {@code methodArn} or {@code routeArn}
     * @param identity values of the authorizer's sources, in their order; the token of one that gets nothing else
     * @return JSON in the form of the authorizer's version
     */
    byte[] event(Authorizer.Lambda authorizer, ApiRequest request, RouteMatch match, String arn, List<String> identity);
}

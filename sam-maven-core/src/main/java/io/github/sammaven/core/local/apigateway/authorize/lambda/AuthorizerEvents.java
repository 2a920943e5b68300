package io.github.sammaven.core.local.apigateway.authorize.lambda;

import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import io.github.sammaven.core.local.apigateway.model.Authorizer;
import io.github.sammaven.core.local.apigateway.model.RouteMatch;
import java.util.List;

/** Names requests, and writes what Lambda authorizers get of them. */
public interface AuthorizerEvents {

    /** {@code methodArn} or {@code routeArn}, {@code arn:aws:execute-api:us-east-1:123456789012:shop/Prod/GET/items/7}. */
    String arn(ApiRequest request, RouteMatch match);

    /**
     * JSON in the form of the authorizer's version.
     *
     * @param values of the authorizer's sources, in their order; the token of one that gets nothing else
     */
    byte[] authorizer(ApiRequest request, RouteMatch match, Authorizer.Lambda authorizer, List<String> values);
}

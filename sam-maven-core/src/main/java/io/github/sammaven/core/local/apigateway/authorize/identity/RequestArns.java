package io.github.sammaven.core.local.apigateway.authorize.identity;

import io.github.sammaven.core.local.apigateway.model.ApiKind;
import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import io.github.sammaven.core.local.apigateway.model.LocalApi;
import io.github.sammaven.core.local.apigateway.model.RouteMatch;

/**
 * Names requests as policies do.
 *
 * @param partition {@code aws}
 * @param region that the API would be in
 * @param account 12 digits
 * @param api id of the API, as events have it
 */
public record RequestArns(String partition, String region, String account, String api) {

    /** The constants of SAM CLI. */
    public static final RequestArns DEFAULT = new RequestArns("aws", "us-east-1", "123456789012", "1234567890");

    /** {@code arn:aws:execute-api:us-east-1:123456789012:1234567890/Prod/GET/items/7}. */
    public String of(LocalApi in, ApiRequest request, RouteMatch match) {
        String wanted = in.kind() == ApiKind.WEBSOCKET
                ? "/" + match.route().key()
                : "/" + request.method() + (request.path().startsWith("/") ? "" : "/") + request.path();
        return "arn:" + partition + ":execute-api:" + region + ":" + account + ":" + api + "/" + in.stage() + wanted;
    }
}

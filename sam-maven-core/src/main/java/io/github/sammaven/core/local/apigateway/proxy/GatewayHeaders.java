package io.github.sammaven.core.local.apigateway.proxy;

import io.github.sammaven.core.local.apigateway.model.ApiKind;
import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import io.github.sammaven.core.local.apigateway.model.Compatibility;
import io.github.sammaven.core.local.apigateway.model.Header;
import java.util.List;

/** The headers by which a response is found again in the logs of API Gateway. SAM CLI has none. */
public final class GatewayHeaders {

    private final ApiKind kind;
    private final boolean samCli;

    public GatewayHeaders(ApiKind kind, Compatibility compatibility) {
        this.kind = kind;
        samCli = compatibility == Compatibility.SAM_CLI;
    }

    public List<Header> of(ApiRequest request) {
        if (samCli) {
            return List.of();
        }
        return kind == ApiKind.REST
                ? List.of(
                        new Header("x-amzn-RequestId", request.id()),
                        new Header("x-amz-apigw-id", RequestIds.extended(request)))
                : List.of(new Header("Apigw-Requestid", request.id()));
    }
}

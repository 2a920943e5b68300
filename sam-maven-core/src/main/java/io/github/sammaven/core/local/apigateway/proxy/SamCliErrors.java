package io.github.sammaven.core.local.apigateway.proxy;

import io.github.sammaven.core.local.apigateway.model.ApiKind;
import io.github.sammaven.core.local.apigateway.model.GatewayError;
import java.util.Set;

/** Status and message of SAM CLI, the same for all kinds of APIs; where it has none, those of REST APIs in AWS. */
final class SamCliErrors {

    private static final Set<GatewayError> BAD_GATEWAY = Set.of(
            GatewayError.INTEGRATION_FAILURE,
            GatewayError.INTEGRATION_TIMEOUT,
            GatewayError.AUTHORIZER_FAILURE,
            GatewayError.AUTHORIZER_CONFIGURATION_ERROR,
            GatewayError.API_CONFIGURATION_ERROR);
    private static final int BAD_GATEWAY_STATUS = 502;

    private SamCliErrors() {}

    static int status(GatewayError error) {
        return BAD_GATEWAY.contains(error) ? BAD_GATEWAY_STATUS : error.status(ApiKind.REST);
    }

    static String message(GatewayError error) {
        if (error == GatewayError.API_CONFIGURATION_ERROR) {
            return "No function defined for resource method";
        }
        return BAD_GATEWAY.contains(error) ? "Internal server error" : error.message(ApiKind.REST);
    }
}

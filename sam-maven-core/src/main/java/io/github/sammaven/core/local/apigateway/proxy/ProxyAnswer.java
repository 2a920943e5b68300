package io.github.sammaven.core.local.apigateway.proxy;

import io.github.sammaven.core.local.apigateway.model.ApiResponse;
import io.github.sammaven.core.local.apigateway.model.GatewayError;
import java.util.Optional;

/**
 * What the client gets for a function's answer.
 *
 * @param response complete but for the headers of CORS
 * @param error what the gateway answered instead of the function; empty if the response is the function's
 * @param remark for the developer, why that is; empty text if nothing is to be said
 */
public record ProxyAnswer(ApiResponse response, Optional<GatewayError> error, String remark) {}

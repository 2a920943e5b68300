package io.github.sammaven.core.local.apigateway.websocket;

import io.github.sammaven.core.local.apigateway.model.ApiKind;
import io.github.sammaven.core.local.apigateway.model.GatewayError;
import io.github.sammaven.core.local.journal.ServedRequest;
import java.util.Optional;

/**
 * What the integration of a route came to: an answer or an error.
 *
 * @param answer of the function
 * @param error what the gateway makes of it
 * @param call empty if no function was called, or it has not ended
 * @param remark what went wrong; empty text if nothing
 */
record CallOutcome(
        Optional<SocketAnswer> answer, Optional<GatewayError> error, Optional<ServedRequest.Call> call, String remark) {

    static CallOutcome answered(SocketAnswer answer, Optional<ServedRequest.Call> call) {
        return new CallOutcome(Optional.of(answer), Optional.empty(), call, "");
    }

    static CallOutcome failed(GatewayError error, Optional<ServedRequest.Call> call, String remark) {
        return new CallOutcome(Optional.empty(), Optional.of(error), call, remark);
    }

    /** Nothing was called. */
    static CallOutcome without(String remark) {
        return new CallOutcome(Optional.empty(), Optional.empty(), Optional.empty(), remark);
    }

    /** Of HTTP. */
    int status() {
        return error.map(each -> each.status(wording(each)))
                .or(() -> answer.map(SocketAnswer::status))
                .orElse(200);
    }

    /** What a client is told about the error; empty if there is none. */
    Optional<String> errorMessage() {
        return error.map(each -> each.message(wording(each)));
    }

    /** Of integrations WebSocket APIs speak as REST APIs do, of refused callers as HTTP APIs. */
    private static ApiKind wording(GatewayError error) {
        boolean ofIntegration = error == GatewayError.INTEGRATION_FAILURE
                || error == GatewayError.API_CONFIGURATION_ERROR
                || error == GatewayError.INTEGRATION_TIMEOUT;
        return ofIntegration ? ApiKind.REST : ApiKind.WEBSOCKET;
    }
}

package io.github.sammaven.core.local.apigateway.proxy;

import io.github.sammaven.core.limits.PayloadLimits;
import io.github.sammaven.core.local.apigateway.model.ApiKind;
import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import io.github.sammaven.core.local.apigateway.model.ApiResponse;
import io.github.sammaven.core.local.apigateway.model.Compatibility;
import io.github.sammaven.core.local.apigateway.model.GatewayError;
import io.github.sammaven.core.local.apigateway.model.LocalApi;
import io.github.sammaven.core.local.apigateway.model.PayloadVersion;
import io.github.sammaven.core.local.invoke.HttpPrelude;
import io.github.sammaven.core.local.invoke.InvocationResult;
import io.github.sammaven.core.local.invoke.ResponseStream;
import io.github.sammaven.core.problem.Problem;
import java.util.Optional;

/** Makes the responses of one API. */
public final class ProxyResponses {

    private static final PayloadLimits LIMITS = new PayloadLimits();
    private static final int FUNCTION_RAISED_IN_SAM_CLI = 500;

    private final boolean rest;
    private final boolean samCli;
    private final AnswerV1 first;
    private final AnswerV2 second;
    private final GatewayErrors errors;
    private final GatewayHeaders gatewayHeaders;

    public ProxyResponses(LocalApi api, ApiIdentity identity, Compatibility compatibility) {
        rest = api.kind() == ApiKind.REST;
        samCli = compatibility == Compatibility.SAM_CLI;
        first = new AnswerV1(rest, samCli, new MediaTypes(api.binaryTypes()));
        second = new AnswerV2(compatibility);
        errors = new GatewayErrors(api, identity, compatibility);
        gatewayHeaders = new GatewayHeaders(api.kind(), compatibility);
    }

    /**
     * The response to an answer that was not streamed.
     *
     * @param version that the integration asks for
     */
    public ProxyAnswer of(InvocationResult result, PayloadVersion version, ApiRequest request) {
        if (result.functionError().isPresent()) {
            return failed(result, request);
        }
        Optional<Problem> tooLarge = LIMITS.response(result.payload().length);
        if (tooLarge.isPresent()) {
            return refused(tooLarge.get().message(), request);
        }
        if (HttpPrelude.isIn(result.contentType())) {
            return collected(result, request);
        }
        try {
            ApiResponse response = rest || version == PayloadVersion.V1
                    ? first.read(result.payload(), request)
                    : second.read(result.payload());
            return new ProxyAnswer(response.with(gatewayHeaders.of(request)), Optional.empty(), "");
        } catch (MalformedAnswerException e) {
            return refused(e.getMessage(), request);
        }
    }

    /** Passes an answer on as it comes; to be given to the call of the function. */
    public ResponseStream stream(ApiRequest request, StreamedProxyAnswer.Sink sink) {
        return new StreamedProxyAnswer(
                sink, gatewayHeaders.of(request), () -> errors.of(GatewayError.INTEGRATION_FAILURE, request));
    }

    private ProxyAnswer failed(InvocationResult result, ApiRequest request) {
        String remark = "the function failed: " + result.functionError().orElse("");
        if (samCli && !result.timedOut()) {
            return new ProxyAnswer(
                    ApiResponse.json(FUNCTION_RAISED_IN_SAM_CLI, "{\"message\":\"Internal server error\"}"),
                    Optional.of(GatewayError.INTEGRATION_FAILURE),
                    remark);
        }
        return new ProxyAnswer(
                errors.of(GatewayError.INTEGRATION_FAILURE, request),
                Optional.of(GatewayError.INTEGRATION_FAILURE),
                remark);
    }

    private ProxyAnswer collected(InvocationResult result, ApiRequest request) {
        CollectedAnswer collected = new CollectedAnswer();
        ResponseStream stream = stream(request, collected);
        stream.begin(result.contentType());
        stream.part(result.payload());
        return collected
                .response()
                .map(response -> new ProxyAnswer(response, Optional.empty(), ""))
                .orElseGet(() -> refused("the prelude of the function's answer makes no sense", request));
    }

    private ProxyAnswer refused(String reason, ApiRequest request) {
        return new ProxyAnswer(
                errors.of(GatewayError.INTEGRATION_FAILURE, request),
                Optional.of(GatewayError.INTEGRATION_FAILURE),
                reason);
    }
}

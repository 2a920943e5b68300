package io.github.sammaven.core.local.apigateway.proxy;

import io.github.sammaven.core.local.apigateway.model.ApiKind;
import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import io.github.sammaven.core.local.apigateway.model.ApiResponse;
import io.github.sammaven.core.local.apigateway.model.Compatibility;
import io.github.sammaven.core.local.apigateway.model.GatewayError;
import io.github.sammaven.core.local.apigateway.model.GatewayResponse;
import io.github.sammaven.core.local.apigateway.model.Header;
import io.github.sammaven.core.local.apigateway.model.LocalApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an API answers by itself, its own gateway responses among that. */
public final class GatewayErrors {

    /** {@code x-amzn-ErrorType} of REST APIs. */
    private static final Map<GatewayError, String> TYPES = Map.ofEntries(
            Map.entry(GatewayError.MISSING_AUTHENTICATION_TOKEN, "MissingAuthenticationTokenException"),
            Map.entry(GatewayError.UNAUTHORIZED, "UnauthorizedException"),
            Map.entry(GatewayError.ACCESS_DENIED, "AccessDeniedException"),
            Map.entry(GatewayError.INVALID_API_KEY, "ForbiddenException"),
            Map.entry(GatewayError.INVALID_SIGNATURE, "InvalidSignatureException"),
            Map.entry(GatewayError.THROTTLED, "TooManyRequestsException"),
            Map.entry(GatewayError.QUOTA_EXCEEDED, "LimitExceededException"),
            Map.entry(GatewayError.AUTHORIZER_FAILURE, "AuthorizerConfigurationException"),
            Map.entry(GatewayError.AUTHORIZER_CONFIGURATION_ERROR, "AuthorizerConfigurationException"),
            Map.entry(GatewayError.INTEGRATION_FAILURE, "InternalServerErrorException"),
            Map.entry(GatewayError.API_CONFIGURATION_ERROR, "InternalServerErrorException"),
            Map.entry(GatewayError.INTEGRATION_TIMEOUT, "InternalServerErrorException"),
            Map.entry(GatewayError.REQUEST_TOO_LARGE, "RequestTooLargeException"),
            Map.entry(GatewayError.BAD_REQUEST, "BadRequestException"));

    /** Errors of the integration, whose bodies AWS writes with a blank behind the colon. */
    private static final Set<GatewayError> SPACED = Set.of(
            GatewayError.INTEGRATION_FAILURE, GatewayError.INTEGRATION_TIMEOUT, GatewayError.API_CONFIGURATION_ERROR);

    private static final int FIRST_OF_SERVER = 500;
    private static final String JSON = "application/json";

    private final LocalApi api;
    private final ApiIdentity identity;
    private final boolean samCli;
    private final GatewayHeaders gatewayHeaders;

    public GatewayErrors(LocalApi api, ApiIdentity identity, Compatibility compatibility) {
        this.api = api;
        this.identity = identity;
        samCli = compatibility == Compatibility.SAM_CLI;
        gatewayHeaders = new GatewayHeaders(api.kind(), compatibility);
    }

    public ApiResponse of(GatewayError error, ApiRequest request) {
        return answer(error, request, samCli ? SamCliErrors.message(error) : error.message(api.kind()), true);
    }

    /** With another message. */
    public ApiResponse of(GatewayError error, ApiRequest request, String message) {
        return answer(error, request, message, false);
    }

    private ApiResponse answer(GatewayError error, ApiRequest request, String message, boolean usual) {
        if (samCli) {
            return ApiResponse.json(SamCliErrors.status(error), "{\"message\":" + ErrorTemplate.quoted(message) + "}");
        }
        int status = error.status(api.kind());
        List<Header> headers = new ArrayList<>(gatewayHeaders.of(request));
        String blank = "";
        if (api.kind() == ApiKind.REST) {
            Optional.ofNullable(TYPES.get(error)).ifPresent(type -> headers.add(new Header("x-amzn-ErrorType", type)));
            blank = usual && SPACED.contains(error) ? " " : "";
        }
        ApiResponse response = ApiResponse.json(status, "{\"message\":" + blank + ErrorTemplate.quoted(message) + "}")
                .with(headers);
        return custom(error, status)
                .map(own -> customised(own, response, new ErrorTemplate(api, identity, error, request, message)))
                .orElse(response);
    }

    private Optional<GatewayResponse> custom(GatewayError error, int status) {
        return Optional.ofNullable(api.gatewayResponses().get(error.responseType()))
                .or(() -> Optional.ofNullable(
                        api.gatewayResponses().get(status < FIRST_OF_SERVER ? "DEFAULT_4XX" : "DEFAULT_5XX")));
    }

    private static ApiResponse customised(GatewayResponse own, ApiResponse response, ErrorTemplate template) {
        int status = own.status().orElse(response.status());
        Optional<String> type = template.mediaTypeOf(own.templates().keySet());
        if (type.isEmpty()) {
            return new ApiResponse(status, response.headers(), response.body()).with(own.headers());
        }
        byte[] body = AnswerFields.utf8(template.fill(own.templates().getOrDefault(type.get(), "")));
        return new ApiResponse(status, response.headers(), body)
                .with(List.of(new Header("Content-Type", type.orElse(JSON))))
                .with(own.headers());
    }
}

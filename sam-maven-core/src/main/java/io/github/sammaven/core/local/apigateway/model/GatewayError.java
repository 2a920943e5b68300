package io.github.sammaven.core.local.apigateway.model;

/** What the gateway answers by itself, with the type of its gateway response in REST APIs. */
public enum GatewayError {
    /** No route has this path, or not with this method. */
    MISSING_AUTHENTICATION_TOKEN("MISSING_AUTHENTICATION_TOKEN", 403, "Missing Authentication Token", 404, "Not Found"),
    /** The caller has not said who it is. */
    UNAUTHORIZED("UNAUTHORIZED", 401, "Unauthorized", 401, "Unauthorized"),
    /** The caller may not do this. */
    ACCESS_DENIED("ACCESS_DENIED", 403, "User is not authorized to access this resource", 403, "Forbidden"),
    /** The API key is missing or wrong. */
    INVALID_API_KEY("INVALID_API_KEY", 403, "Forbidden", 403, "Forbidden"),
    /** The signature is missing, wrong or too old. */
    INVALID_SIGNATURE("INVALID_SIGNATURE", 403, "Forbidden", 403, "Forbidden"),
    /** More requests than the plan allows at once. */
    THROTTLED("THROTTLED", 429, "Too Many Requests", 429, "Too Many Requests"),
    /** More requests than the plan allows in its period. */
    QUOTA_EXCEEDED("QUOTA_EXCEEDED", 429, "Limit Exceeded", 429, "Limit Exceeded"),
    /** The authorizer failed. */
    AUTHORIZER_FAILURE("AUTHORIZER_FAILURE", 500, "null", 500, "Internal Server Error"),
    /** The authorizer is not there, or answered what makes no sense. */
    AUTHORIZER_CONFIGURATION_ERROR("AUTHORIZER_CONFIGURATION_ERROR", 500, "null", 500, "Internal Server Error"),
    /** The function failed, or answered what makes no response. */
    INTEGRATION_FAILURE("INTEGRATION_FAILURE", 502, "Internal server error", 500, "Internal Server Error"),
    /** The function is not there. */
    API_CONFIGURATION_ERROR("API_CONFIGURATION_ERROR", 500, "Internal server error", 500, "Internal Server Error"),
    /** The function took longer than the gateway waits. */
    INTEGRATION_TIMEOUT("INTEGRATION_TIMEOUT", 504, "Endpoint request timed out", 503, "Service Unavailable"),
    /** The body is over the limit of the gateway. */
    REQUEST_TOO_LARGE("REQUEST_TOO_LARGE", 413, "Request Too Long", 413, "Request Entity Too Large"),
    /** The head is over the limit of the gateway. */
    HEADERS_TOO_LARGE("DEFAULT_4XX", 431, "Request Header Fields Too Large", 431, "Request Header Fields Too Large"),
    /** The request is not HTTP as the gateway takes it. */
    BAD_REQUEST("BAD_REQUEST_BODY", 400, "Bad Request", 400, "Bad Request"),
    /** The integration has no counterpart here. */
    UNSUPPORTED("DEFAULT_5XX", 501, "Not Implemented", 501, "Not Implemented");

    private final String responseType;
    private final int restStatus;
    private final String restMessage;
    private final int httpStatus;
    private final String httpMessage;

    GatewayError(String responseType, int restStatus, String restMessage, int httpStatus, String httpMessage) {
        this.responseType = responseType;
        this.restStatus = restStatus;
        this.restMessage = restMessage;
        this.httpStatus = httpStatus;
        this.httpMessage = httpMessage;
    }

    /** Key of {@link LocalApi#gatewayResponses}. */
    public String responseType() {
        return responseType;
    }

    /** Status of the answer in AWS. */
    public int status(ApiKind kind) {
        return kind == ApiKind.REST ? restStatus : httpStatus;
    }

    /** {@code message} of the answer in AWS. */
    public String message(ApiKind kind) {
        return kind == ApiKind.REST ? restMessage : httpMessage;
    }
}

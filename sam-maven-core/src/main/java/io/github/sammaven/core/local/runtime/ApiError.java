package io.github.sammaven.core.local.runtime;

import io.github.sammaven.core.local.invoke.PayloadGuard;

/** The refusals of the Runtime API. */
enum ApiError {
    INVALID_REQUEST_ID(400, "InvalidRequestID", "Invalid request ID"),
    INVALID_RESPONSE_MODE(400, "InvalidFunctionResponseMode", "Invalid function response mode"),
    TRUNCATED(400, "TruncatedHTTPRequest", "HTTP request detected as truncated"),
    INVALID_STATE(403, "InvalidStateTransition", "State transition is not allowed"),
    NOT_FOUND(404, "NotFound", "No such call in the Runtime API"),
    TOO_LARGE(
            413,
            "RequestEntityTooLarge",
            "Exceeded maximum allowed payload size (" + PayloadGuard.MAX_RESPONSE_BYTES + " bytes)."),
    ERROR_TOO_LARGE(
            413,
            "RequestEntityTooLarge",
            "Exceeded maximum allowed payload size (" + ErrorReceiver.MAX_BYTES + " bytes).");

    private final int status;
    private final String body;

    ApiError(int status, String type, String message) {
        this.status = status;
        this.body = "{\"errorMessage\":\"" + message + "\",\"errorType\":\"" + type + "\"}";
    }

    int status() {
        return status;
    }

    String body() {
        return body;
    }
}

package io.github.sammaven.core.local.runtime;

/**
 * A call of the runtime that is refused.
 *
 * @param status HTTP status
 * @param errorType the API's name for it
 * @param message for whoever debugs the runtime
 */
record ApiRefusal(int status, String errorType, String message) {

    static final ApiRefusal WRONG_REQUEST_ID = new ApiRefusal(400, "InvalidRequestID", "Invalid request ID");
    static final ApiRefusal WRONG_ORDER =
            new ApiRefusal(403, "InvalidStateTransition", "State transition is not allowed");
    static final ApiRefusal UNKNOWN_CALL = new ApiRefusal(404, "InvalidPath", "The Runtime API has no such call");

    static ApiRefusal tooLarge(long limit) {
        return new ApiRefusal(
                413, "RequestEntityTooLarge", "Exceeded maximum allowed payload size (" + limit + " bytes).");
    }

    /** The names and texts above need no escaping. */
    String json() {
        return "{\"errorMessage\":\"" + message + "\",\"errorType\":\"" + errorType + "\"}";
    }
}

package io.github.sammaven.core.local.lambdaapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;

/**
 * A refusal in the words of the Lambda API.
 *
 * @param status of HTTP
 * @param name the error's name, by which clients tell it
 * @param message for people
 */
record LambdaError(int status, String name, String message) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    static LambdaError notFound(String arn, String reason) {
        return new LambdaError(
                404, "ResourceNotFoundException", "Function not found: " + arn + (reason.isEmpty() ? "" : reason));
    }

    static LambdaError invalidContent(String message) {
        return new LambdaError(400, "InvalidRequestContentException", message);
    }

    static LambdaError invalidParameter(String message) {
        return new LambdaError(400, "InvalidParameterValueException", message);
    }

    static LambdaError tooLarge(String message) {
        return new LambdaError(413, "RequestEntityTooLargeException", message);
    }

    static LambdaError tooMany() {
        return new LambdaError(429, "TooManyRequestsException", "Rate Exceeded.");
    }

    static LambdaError service(String message) {
        return new LambdaError(500, "ServiceException", message);
    }

    static LambdaError unknownPath() {
        return new LambdaError(404, "UnknownOperationException", "This endpoint invokes functions only");
    }

    static LambdaError unknownMethod() {
        return new LambdaError(405, "MethodNotAllowedException", "This path takes another method");
    }

    byte[] body() {
        return MAPPER.createObjectNode()
                .put("Type", status < 500 ? "User" : "Service")
                .put("Message", message)
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }
}

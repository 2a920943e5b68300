package io.github.sammaven.core.local.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sammaven.core.local.invoke.PayloadGuard;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/**
 * An error as the caller of a function sees it.
 *
 * @param type name of the error
 * @param body JSON
 */
public record ErrorDocument(String type, byte[] body) {

    private static final String CAUSE = "errorCause";

    /** What a runtime posted; its type is the one the document names, else the category of the call. */
    static ErrorDocument posted(RuntimeAnswer answer) {
        if (answer.kind() == RuntimeAnswer.Kind.TOO_LARGE) {
            return of("Function.ResponseSizeTooLarge", PayloadGuard.responseTooLarge(answer.size()));
        }
        if (answer.kind() == RuntimeAnswer.Kind.TRUNCATED) {
            return of("Runtime.TruncatedResponse", "Response broke off after " + answer.size() + " bytes");
        }
        String type = answer.category();
        try {
            JsonNode named = JsonBinding.MAPPER.readTree(answer.body()).path("errorType");
            if (named.isTextual() && !named.asText().isEmpty()) {
                type = named.asText();
            }
        } catch (IOException e) {
            return new ErrorDocument(type, answer.body());
        }
        return new ErrorDocument(type, answer.body());
    }

    /** The time of the function ran out. */
    public static ErrorDocument timeout(String requestId, Duration timeout) {
        String seconds = String.format(Locale.ROOT, "%.2f", timeout.toMillis() / 1000.0);
        return of(
                "Sandbox.Timedout", "RequestId: " + requestId + " Error: Task timed out after " + seconds + " seconds");
    }

    /** The runtime ended before it had answered. */
    public static ErrorDocument exit(String requestId, RuntimeProcess ended) {
        return of(
                ended.ranOutOfMemory() ? "Runtime.OutOfMemory" : "Runtime.ExitError",
                "RequestId: " + requestId + " Error: " + ExitCause.describe(ended.exitValue()));
    }

    /** Something beside the runtime failed. */
    static ErrorDocument of(String requestId, Fault fault) {
        return of(fault.type(), "RequestId: " + requestId + " Error: " + fault.cause());
    }

    /** The plain error in one that also tells its cause; unchanged if it is not of that form. */
    static byte[] withoutCause(byte[] body) {
        try {
            JsonNode document = JsonBinding.MAPPER.readTree(body);
            if (document instanceof ObjectNode error && error.has(CAUSE)) {
                error.remove(CAUSE);
                return JsonBinding.MAPPER.writeValueAsBytes(error);
            }
            return body;
        } catch (IOException e) {
            return body;
        }
    }

    static ErrorDocument of(String type, String message) {
        String json = JsonBinding.MAPPER
                .createObjectNode()
                .put("errorType", type)
                .put("errorMessage", message)
                .toString();
        return new ErrorDocument(type, json.getBytes(StandardCharsets.UTF_8));
    }
}

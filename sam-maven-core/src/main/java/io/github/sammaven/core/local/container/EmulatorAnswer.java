package io.github.sammaven.core.local.container;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads what the Runtime Interface Emulator answers. It does not say whether the handler failed, so that errors are told
 * by their shape: an answer that looks exactly like the error document of a runtime is taken for one.
 *
 * @param body as it came
 * @param errorType of an error; empty if the handler returned
 * @param timedOut whether the emulator's own clock ran out
 */
record EmulatorAnswer(byte[] body, Optional<String> errorType, boolean timedOut) {

    private static final int FAILURE = 400;
    private static final int LONGEST_TIMEOUT_TEXT = 100;
    private static final JsonFactory JSON = new JsonFactory();
    private static final Pattern TIMEOUT = Pattern.compile("Task timed out after [0-9.]+ seconds\\s*");
    private static final Set<String> ERROR_FIELDS =
            Set.of("errorType", "errorMessage", "stackTrace", "trace", "cause", "requestId");

    static EmulatorAnswer of(int status, byte[] body) {
        if (body.length < LONGEST_TIMEOUT_TEXT
                && TIMEOUT.matcher(new String(body, StandardCharsets.UTF_8)).matches()) {
            return new EmulatorAnswer(body, Optional.of("Sandbox.Timedout"), true);
        }
        Optional<String> type = errorTypeOf(body);
        if (status >= FAILURE && type.isEmpty()) {
            return new EmulatorAnswer(body, Optional.of("Sandbox.Failure"), false);
        }
        return new EmulatorAnswer(body, type, false);
    }

    private static Optional<String> errorTypeOf(byte[] body) {
        try (JsonParser parser = JSON.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            String type = "";
            boolean message = false;
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                if (!ERROR_FIELDS.contains(field)) {
                    return Optional.empty();
                }
                JsonToken value = parser.nextToken();
                if (field.equals("errorType") && value == JsonToken.VALUE_STRING) {
                    type = parser.getText();
                }
                message |= field.equals("errorMessage");
                parser.skipChildren();
            }
            return message && !type.isEmpty() ? Optional.of(type) : Optional.empty();
        } catch (IOException e) {
            // Not JSON: whatever it is, the handler returned it.
            return Optional.empty();
        }
    }
}

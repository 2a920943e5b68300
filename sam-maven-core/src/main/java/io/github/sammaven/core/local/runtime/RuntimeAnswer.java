package io.github.sammaven.core.local.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sammaven.core.local.invoke.FunctionError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What came back for an event, from the runtime or in its place.
 *
 * @param payload the result, or the error as JSON
 * @param error empty for a result
 */
public record RuntimeAnswer(byte[] payload, Optional<FunctionError> error) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static RuntimeAnswer success(byte[] payload) {
        return new RuntimeAnswer(payload, Optional.empty());
    }

    /** An error the runtime reported in its own JSON, which is passed on as it is. */
    static RuntimeAnswer reported(byte[] json, String typeHeader) {
        String type = typeHeader;
        String message = "";
        try {
            JsonNode error = JSON.readTree(json);
            type = error.path("errorType").asText(typeHeader);
            message = error.path("errorMessage").asText("");
        } catch (IOException notJson) {
            message = new String(json, StandardCharsets.UTF_8);
        }
        return new RuntimeAnswer(
                json, Optional.of(new FunctionError(type.isEmpty() ? "Function.Unknown" : type, message)));
    }

    /** An error that the environment reports because the runtime cannot. */
    public static RuntimeAnswer failure(FunctionError error) {
        try {
            byte[] json = JSON.writeValueAsBytes(
                    JSON.createObjectNode().put("errorType", error.type()).put("errorMessage", error.message()));
            return new RuntimeAnswer(json, Optional.of(error));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

package io.github.sammaven.core.operate.invoke;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/** Writes an answer of a service. */
final class JsonText {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private JsonText() {}

    static String of(Map<String, ?> answer) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(answer);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A text of JSON as such; any other stays a text. */
    static Object value(String text) {
        try {
            return EventText.isJson(text) ? MAPPER.readTree(text) : text;
        } catch (JsonProcessingException impossible) {
            return text;
        }
    }
}

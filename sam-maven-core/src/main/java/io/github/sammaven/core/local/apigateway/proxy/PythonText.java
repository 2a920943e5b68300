package io.github.sammaven.core.local.apigateway.proxy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A JSON value as Python writes it, which SAM CLI sends where it expects a text. */
final class PythonText {

    private PythonText() {}

    static String of(JsonNode value) {
        return value.isTextual() ? value.asText() : inside(value);
    }

    private static String inside(JsonNode value) {
        if (value.isTextual()) {
            return quoted(value.asText());
        }
        if (value.isBoolean()) {
            return value.booleanValue() ? "True" : "False";
        }
        if (value.isNull()) {
            return "None";
        }
        List<String> parts = new ArrayList<>();
        if (value.isObject()) {
            value.properties().forEach(field -> parts.add(quoted(field.getKey()) + ": " + inside(field.getValue())));
            return "{" + String.join(", ", parts) + "}";
        }
        if (value.isArray()) {
            value.forEach(element -> parts.add(inside(element)));
            return "[" + String.join(", ", parts) + "]";
        }
        return value.asText();
    }

    private static String quoted(String text) {
        String escaped = text.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
        return text.contains("'") && !text.contains("\"")
                ? "\"" + escaped + "\""
                : "'" + escaped.replace("'", "\\'") + "'";
    }
}

package io.github.sammaven.core.local.apigateway.proxy;

import com.fasterxml.jackson.core.Base64Variants;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Writes one event as UTF-8 JSON in one go. Halves of surrogate pairs, which UTF-8 has not, become U+FFFD. */
final class EventJson {

    private static final JsonFactory JSON = new JsonFactory();
    private static final char REPLACEMENT = '\uFFFD';

    private final ByteArrayOutputStream bytes;
    private final JsonGenerator json;

    /** @param size that is expected, bytes */
    EventJson(int size) {
        bytes = new ByteArrayOutputStream(size);
        try {
            json = JSON.createGenerator(bytes);
            json.writeStartObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Something of Jackson that may fail. */
    private interface Step {
        void run() throws IOException;
    }

    private EventJson write(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    EventJson put(String name, String value) {
        return write(() -> json.writeStringField(whole(name), whole(value)));
    }

    EventJson put(String name, boolean value) {
        return write(() -> json.writeBooleanField(name, value));
    }

    EventJson put(String name, long value) {
        return write(() -> json.writeNumberField(name, value));
    }

    EventJson putOrNull(String name, Optional<String> value) {
        return value.map(text -> put(name, text)).orElseGet(() -> nothing(name));
    }

    EventJson nothing(String name) {
        return write(() -> json.writeNullField(name));
    }

    EventJson begin(String name) {
        return write(() -> json.writeObjectFieldStart(name));
    }

    EventJson end() {
        return write(json::writeEndObject);
    }

    /** In base64. */
    EventJson put(String name, byte[] value) {
        return write(() -> {
            json.writeFieldName(name);
            json.writeBinary(Base64Variants.MIME_NO_LINEFEEDS, value, 0, value.length);
        });
    }

    EventJson put(String name, Collection<String> values) {
        return write(() -> {
            json.writeFieldName(whole(name));
            json.writeStartArray();
            for (String value : values) {
                json.writeString(whole(value));
            }
            json.writeEndArray();
        });
    }

    EventJson put(String name, Map<String, String> values) {
        begin(name);
        values.forEach(this::put);
        return end();
    }

    EventJson putLists(String name, Map<String, ? extends Collection<String>> values) {
        begin(name);
        values.forEach(this::put);
        return end();
    }

    EventJson put(String name, JsonNode value) {
        return write(() -> {
            json.writeFieldName(name);
            try (JsonParser tree = value.traverse()) {
                tree.nextToken();
                json.copyCurrentStructure(tree);
            }
        });
    }

    EventJson putIfPresent(String name, Optional<? extends JsonNode> value) {
        return value.map(node -> put(name, node)).orElse(this);
    }

    byte[] toBytes() {
        end();
        write(json::close);
        return bytes.toByteArray();
    }

    private static String whole(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return replaced(text);
            }
        }
        return text;
    }

    private static String replaced(String text) {
        StringBuilder whole = new StringBuilder(text.length());
        text.codePoints()
                .map(point ->
                        point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? REPLACEMENT : point)
                .forEach(whole::appendCodePoint);
        return whole.toString();
    }
}

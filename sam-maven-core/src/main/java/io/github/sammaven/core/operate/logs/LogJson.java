package io.github.sammaven.core.operate.logs;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.sammaven.core.aws.LogEvent;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Log events as JSON, and JSON in log events. */
public final class LogJson {

    /** Numbers keep all their digits. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final ObjectWriter INDENTED = JSON.writer(new DefaultPrettyPrinter(
                    Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
            .withObjectIndenter(new DefaultIndenter("  ", "\n")));

    private LogJson() {}

    /** The event on one line, with the members that CloudWatch Logs gives it. */
    public static String event(LogEvent event) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("logStreamName", event.stream());
            json.writeNumberField("timestamp", event.timestamp());
            json.writeStringField("message", event.message());
            json.writeNumberField("ingestionTime", event.ingestionTime());
            json.writeStringField("eventId", event.id());
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /** A message that is a JSON object is indented, its members in their order; others stay without their last line break. */
    public static String readable(String message) {
        String text = message.stripTrailing();
        if (!text.startsWith("{") || !text.endsWith("}")) {
            return text;
        }
        try {
            JsonNode tree = JSON.readTree(text);
            return INDENTED.writeValueAsString(tree);
        } catch (JsonProcessingException notJson) {
            return text;
        }
    }
}

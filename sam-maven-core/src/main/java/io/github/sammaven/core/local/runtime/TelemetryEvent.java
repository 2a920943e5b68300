package io.github.sammaven.core.local.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Something that happened in an environment.
 *
 * @param stream {@code platform}, {@code function} or {@code extension}
 * @param json as it is delivered
 */
record TelemetryEvent(String stream, byte[] json) {

    static TelemetryEvent of(ObjectMapper mapper, Instant time, String type, JsonNode details) {
        ObjectNode event =
                mapper.createObjectNode().put("time", time.toString()).put("type", type);
        event.set("record", details);
        int dot = type.indexOf('.');
        return new TelemetryEvent(
                dot < 0 ? type : type.substring(0, dot), event.toString().getBytes(StandardCharsets.UTF_8));
    }
}

package io.github.sammaven.core.local.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/** When collected events are delivered: as soon as one of the three is reached. */
record TelemetryBuffering(int maxItems, int maxBytes, Duration timeout) {

    private static final String FIELD = "buffering";

    /**
     * Reads what a subscription says, within the bounds of the Telemetry API.
     *
     * @throws IllegalArgumentException if a number is out of bounds
     */
    static TelemetryBuffering of(JsonNode subscription) {
        JsonNode written = subscription.path(FIELD);
        return new TelemetryBuffering(
                bounded(written, "maxItems", 10_000, 1_000, 10_000),
                bounded(written, "maxBytes", 262_144, 262_144, 1_048_576),
                Duration.ofMillis(bounded(written, "timeoutMs", 1_000, 25, 30_000)));
    }

    private static int bounded(JsonNode written, String name, int otherwise, int least, int most) {
        int value = written.path(name).asInt(otherwise);
        if (value < least || value > most) {
            throw new IllegalArgumentException(FIELD + "." + name + " is not from " + least + " to " + most);
        }
        return value;
    }
}

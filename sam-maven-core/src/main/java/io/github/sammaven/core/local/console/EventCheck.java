package io.github.sammaven.core.local.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;

/** Whether a text can be sent as an event. */
final class EventCheck {

    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private EventCheck() {}

    /** What is wrong with it; empty if nothing. */
    static Optional<String> problem(String event) {
        try {
            return event.isBlank() || MAPPER.readTree(event).isMissingNode()
                    ? Optional.of("The event is empty; write {} for no data.")
                    : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.of("The event is no JSON: line " + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr() + ": " + e.getOriginalMessage());
        }
    }
}

package io.github.sammaven.core.local.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;

/** A payload for reading: JSON is laid out, and what is too long for a page is cut, which is said. */
final class PayloadText {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int SHOWN = 262_144;

    private PayloadText() {}

    static String of(byte[] payload) {
        String text = new String(payload, 0, Math.min(payload.length, SHOWN), StandardCharsets.UTF_8);
        if (payload.length > SHOWN) {
            return text + "\n… the first " + SHOWN + " of " + payload.length + " bytes";
        }
        try {
            return payload.length == 0
                    ? ""
                    : MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(MAPPER.readTree(text));
        } catch (JsonProcessingException noJson) {
            return text;
        }
    }
}

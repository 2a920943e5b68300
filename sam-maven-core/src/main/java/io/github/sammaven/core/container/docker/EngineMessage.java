package io.github.sammaven.core.container.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/** What an engine says about a failure, without the wrapping of the client library. */
public final class EngineMessage {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private EngineMessage() {}

    /** On one line. */
    public static String of(Throwable failure) {
        String text = String.valueOf(failure.getMessage()).strip();
        int json = text.indexOf('{');
        if (json >= 0) {
            try {
                JsonNode message = MAPPER.readTree(text.substring(json)).path("message");
                if (message.isTextual()) {
                    return oneLine(message.asText());
                }
            } catch (IOException e) {
                return oneLine(text);
            }
        }
        return oneLine(text);
    }

    /** Whether nobody answered at all. */
    public static boolean isNoAnswer(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s*\\R\\s*", " ");
    }
}

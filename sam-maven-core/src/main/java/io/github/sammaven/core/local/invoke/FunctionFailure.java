package io.github.sammaven.core.local.invoke;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/** Why a call failed, in one line. */
public final class FunctionFailure {

    private static final int SHOWN = 300;

    private FunctionFailure() {}

    /**
     * {@code Hello failed: ValueError: no name}.
     *
     * @param result of a call that failed
     */
    public static String reason(LocalFunction function, InvocationResult result) {
        String message = message(result);
        return function.name() + " failed: " + result.functionError().orElse("unknown error")
                + (message.isEmpty() ? "" : ": " + message);
    }

    private static String message(InvocationResult result) {
        try {
            String text = new ObjectMapper()
                    .readTree(result.payload())
                    .path("errorMessage")
                    .asText();
            String line = text.lines().findFirst().orElse("");
            return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
        } catch (IOException noJson) {
            return "";
        }
    }
}

package io.github.sammaven.core.local.invoke;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What an invocation came to.
 *
 * @param payload what the function returned, or the error as JSON
 * @param error empty if the function succeeded
 * @param report times and memory
 */
public record InvocationResult(byte[] payload, Optional<FunctionError> error, InvocationReport report) {

    /** The payload as UTF-8 text. */
    public String text() {
        return new String(payload, StandardCharsets.UTF_8);
    }
}

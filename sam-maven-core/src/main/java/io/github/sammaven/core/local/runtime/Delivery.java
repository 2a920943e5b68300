package io.github.sammaven.core.local.runtime;

import io.github.sammaven.core.local.invoke.Invocation;
import java.time.Instant;

/**
 * An event on its way to the runtime.
 *
 * @param invocation the event
 * @param deadline when the function is stopped
 */
public record Delivery(Invocation invocation, Instant deadline) {

    String requestId() {
        return invocation.requestId();
    }
}

package io.github.sammaven.core.local.invoke;

import java.util.Optional;
import java.util.UUID;

/**
 * One call of a function.
 *
 * @param payload the event, normally JSON
 * @param requestId a UUID
 * @param clientContext JSON of the client context, if there is one
 */
public record Invocation(byte[] payload, String requestId, Optional<String> clientContext) {

    /** With a new request id. */
    public static Invocation of(byte[] payload) {
        return new Invocation(payload, UUID.randomUUID().toString(), Optional.empty());
    }
}

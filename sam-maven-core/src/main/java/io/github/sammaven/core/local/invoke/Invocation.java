package io.github.sammaven.core.local.invoke;

import java.util.Optional;
import java.util.UUID;

/**
 * One call of a function.
 *
 * @param requestId a UUID; shown in the log
 * @param payload the event, JSON; not to be changed afterwards
 * @param clientContext JSON text of a mobile client, decoded
 * @param traceId X-Ray trace header
 * @param cognitoIdentity JSON of {@code cognitoIdentityId} and {@code cognitoIdentityPoolId}
 * @param tenantId of a function with tenant isolation
 */
public record Invocation(
        String requestId,
        byte[] payload,
        Optional<String> clientContext,
        Optional<String> traceId,
        Optional<String> cognitoIdentity,
        Optional<String> tenantId) {

    /** A call without identity and tenant. */
    public Invocation(String requestId, byte[] payload, Optional<String> clientContext, Optional<String> traceId) {
        this(requestId, payload, clientContext, traceId, Optional.empty(), Optional.empty());
    }

    /** A call on behalf of a tenant, if there is one, with a new request id. */
    public static Invocation of(byte[] payload, Optional<String> tenantId) {
        return new Invocation(
                UUID.randomUUID().toString(), payload, Optional.empty(), Optional.empty(), Optional.empty(), tenantId);
    }

    /** A call with nothing but an event, and a new request id. */
    public static Invocation of(byte[] payload) {
        return new Invocation(UUID.randomUUID().toString(), payload, Optional.empty(), Optional.empty());
    }
}

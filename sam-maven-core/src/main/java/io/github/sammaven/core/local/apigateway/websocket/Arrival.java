package io.github.sammaven.core.local.apigateway.websocket;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Something came in, and is to be answered.
 *
 * @param id UUID for the journal and the call
 * @param requestId as API Gateway writes it
 * @param at when
 * @param nanos the same, to measure by
 */
record Arrival(String id, String requestId, Instant at, long nanos) {

    static Arrival now(Clock clock, GatewayIds ids) {
        return new Arrival(UUID.randomUUID().toString(), ids.next(), clock.instant(), System.nanoTime());
    }

    Duration took() {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}

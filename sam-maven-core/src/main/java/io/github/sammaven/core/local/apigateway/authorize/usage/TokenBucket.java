package io.github.sammaven.core.local.apigateway.authorize.usage;

import io.github.sammaven.core.local.apigateway.model.UsagePlan.Throttle;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Full at first, and filled again at a steady rate. */
final class TokenBucket {

    private static final double NANOS = 1e9;

    private final Throttle throttle;
    private final InstantSource clock;
    private double tokens;
    private Instant filled;

    TokenBucket(Throttle throttle, InstantSource clock) {
        this.throttle = throttle;
        this.clock = clock;
        this.tokens = throttle.burst();
        this.filled = clock.instant();
    }

    synchronized boolean take() {
        Instant now = clock.instant();
        if (now.isAfter(filled)) {
            double fresh = Duration.between(filled, now).toNanos() / NANOS * throttle.rate();
            tokens = Math.min(throttle.burst(), tokens + fresh);
            filled = now;
        }
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }
}

package io.github.sammaven.core.local.apigateway.websocket;

import io.github.sammaven.core.limits.Quota;
import java.time.Duration;

/** What API Gateway allows a WebSocket connection; none of it can be raised. */
final class SocketLimits {

    /** A longer message has to come in several frames. */
    static final Quota FRAME = new Quota("Frame", 32 * 1024, "bytes", "API Gateway quotas, WebSocket frame size");

    /** In either direction. */
    static final Quota MESSAGE =
            new Quota("Message", 128 * 1024, "bytes", "API Gateway quotas, WebSocket message payload size");

    /** API Gateway quotas, idle connection timeout. */
    static final Duration IDLE = Duration.ofMinutes(10);

    /** API Gateway quotas, connection duration for WebSocket API. */
    static final Duration DURATION = Duration.ofHours(2);

    private SocketLimits() {}
}

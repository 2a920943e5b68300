package io.github.sammaven.core.local.apigateway.websocket;

/**
 * How a connection ended.
 *
 * @param code of RFC 6455
 * @param reason as the {@code $disconnect} route gets it
 */
record Ending(int code, String reason) {

    /** Closed through the management endpoint. */
    static final Ending NORMAL = new Ending(1000, "Connection Closed Normally");

    /** Idle or open for too long, or this server stops. */
    static final Ending GOING_AWAY = new Ending(1001, "Going away");

    /** API Gateway takes no binary frames. */
    static final Ending BINARY = new Ending(1003, "Binary frames are not supported");

    /** The client closed without a status. Such a status is never sent. */
    static final Ending NO_STATUS = new Ending(1005, "Client-side close frame status not set");

    /** No close frame came. Such a status is never sent. */
    static final Ending LOST = new Ending(1006, "Connection Closed Abnormally");

    static final Ending TOO_BIG = new Ending(1009, "Message or frame too big");
}

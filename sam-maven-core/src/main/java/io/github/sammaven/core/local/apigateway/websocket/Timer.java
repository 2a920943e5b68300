package io.github.sammaven.core.local.apigateway.websocket;

import java.time.Duration;

/** Does things later. */
interface Timer {

    /** @param action must not block */
    Alarm after(Duration delay, Runnable action);

    /** Something that is to be done. */
    @FunctionalInterface
    interface Alarm {

        /** Has no effect if it is done already. */
        void cancel();
    }
}

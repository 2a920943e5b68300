package io.github.sammaven.core.local.runtime;

import io.github.sammaven.core.local.invoke.Invocation;
import java.time.Duration;

/**
 * A call and its clock.
 *
 * @param timeout the time it may take
 * @param startedNanos as {@link System#nanoTime}
 * @param deadlineMs when its time is over, ms since the epoch
 */
record Call(Invocation invocation, Duration timeout, long startedNanos, long deadlineMs) {

    /** Its time runs from now on. */
    static Call begin(Invocation invocation, Duration timeout) {
        return new Call(invocation, timeout, System.nanoTime(), System.currentTimeMillis() + timeout.toMillis());
    }

    String requestId() {
        return invocation.requestId();
    }

    Deadline deadline() {
        return new Deadline(startedNanos + timeout.toNanos());
    }

    /** What it took so far, at most its timeout. */
    Duration elapsed() {
        return Duration.ofNanos(Math.min(System.nanoTime() - startedNanos, timeout.toNanos()));
    }
}

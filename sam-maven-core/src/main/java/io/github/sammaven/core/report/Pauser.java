package io.github.sammaven.core.report;

import java.time.Duration;

/** Waits until the next poll; in tests, moves a virtual clock. */
@FunctionalInterface
public interface Pauser {

    /** The real thing. */
    Pauser REAL = duration -> Thread.sleep(duration.toMillis());

    void pause(Duration duration) throws InterruptedException;
}

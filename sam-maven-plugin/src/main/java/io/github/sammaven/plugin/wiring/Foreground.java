package io.github.sammaven.plugin.wiring;

import java.util.concurrent.CountDownLatch;

/** Servers that hold the build until it is stopped. */
public final class Foreground {

    private final Runnable stop;

    /** @param stop is run once, also when the JVM ends */
    public Foreground(Runnable stop) {
        this.stop = stop;
    }

    /** Says what there is to say, and waits for the end of the JVM, or of this thread. */
    public void until(Runnable said) {
        StopAtShutdown atEnd = StopAtShutdown.of(stop);
        try {
            said.run();
            new CountDownLatch(1).await();
        } catch (InterruptedException stopped) {
            atEnd.stopNow();
            Thread.currentThread().interrupt();
        }
    }
}

package io.github.sammaven.plugin.console;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Lets something happen again and again, from a thread of its own, until it is stopped. */
class Ticker {

    private final Duration period;
    private @Nullable Thread thread;

    Ticker(Duration period) {
        this.period = period;
    }

    /** Does nothing if it runs already. */
    synchronized void start(Runnable tick) {
        if (thread == null) {
            thread = new Thread(() -> run(tick), "sam-stack-board");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void run(Runnable tick) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(period.toMillis());
                tick.run();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Does not wait for a tick that is going on. */
    synchronized void stop() {
        if (thread != null) {
            thread.interrupt();
            thread = null;
        }
    }
}

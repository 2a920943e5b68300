package io.github.sammaven.core.local.apigateway.websocket;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** One thread for all that is to be done later. */
final class ScheduledTimer implements Timer {

    private final ScheduledThreadPoolExecutor executor;

    ScheduledTimer() {
        executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "sam-local-socket-timer");
            thread.setDaemon(true);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
        // What is scheduled after the end is of no interest to anybody.
        executor.setRejectedExecutionHandler((task, stopped) -> {});
    }

    @Override
    public Alarm after(Duration delay, Runnable action) {
        Future<?> scheduled = executor.schedule(action, delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> scheduled.cancel(false);
    }

    void stop() {
        executor.shutdownNow();
    }
}

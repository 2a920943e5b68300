package io.github.sammaven.core.local.apigateway;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Ends the wait for functions. */
interface IntegrationTimer {

    /** Runs something later, unless it is cancelled before. What is run must not take long. */
    Future<?> after(Duration time, Runnable action);

    void stop();

    /** One thread for all. */
    static IntegrationTimer start() {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "sam-local-gateway-timer");
            thread.setDaemon(true);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
        return new IntegrationTimer() {
            @Override
            public Future<?> after(Duration time, Runnable action) {
                return executor.schedule(action, time.toNanos(), TimeUnit.NANOSECONDS);
            }

            @Override
            public void stop() {
                executor.shutdownNow();
            }
        };
    }
}

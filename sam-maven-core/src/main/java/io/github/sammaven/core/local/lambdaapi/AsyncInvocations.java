package io.github.sammaven.core.local.lambdaapi;

import io.github.sammaven.core.local.invoke.FunctionPool;
import io.github.sammaven.core.local.invoke.Invocation;
import io.github.sammaven.core.local.invoke.InvocationResult;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.Warning;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Runs events nobody waits for: a queue of limited length for each function, and further attempts for what fails. */
final class AsyncInvocations {

    private static final ThreadFactory THREADS = task -> {
        Thread thread = new Thread(task, "sam-local-async");
        thread.setDaemon(true);
        return thread;
    };

    private final AsyncOptions options;
    private final EventSink events;
    private final Map<FunctionPool, ThreadPoolExecutor> queues = new ConcurrentHashMap<>();
    private final ScheduledThreadPoolExecutor later = new ScheduledThreadPoolExecutor(1, THREADS);

    /** @param events receives a warning for each event that is given up */
    AsyncInvocations(AsyncOptions options, EventSink events) {
        this.options = options;
        this.events = events;
    }

    /** Whether there was room for it. */
    boolean offer(FunctionPool pool, Invocation invocation) {
        try {
            queue(pool).execute(() -> attempt(pool, invocation, 0));
            return true;
        } catch (RejectedExecutionException full) {
            return false;
        }
    }

    private ExecutorService queue(FunctionPool pool) {
        return queues.computeIfAbsent(pool, unused -> {
            int workers = options.concurrency();
            ThreadPoolExecutor queue = new ThreadPoolExecutor(
                    workers, workers, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(options.queueLength()), THREADS);
            queue.allowCoreThreadTimeOut(true);
            return queue;
        });
    }

    private void attempt(FunctionPool pool, Invocation invocation, int earlier) {
        Optional<String> failure = failureOf(pool, invocation);
        if (failure.isEmpty()) {
            return;
        }
        if (earlier >= options.retryDelays().size()) {
            giveUp(pool, invocation, "failed " + (earlier + 1) + " times, at last with " + failure.get());
            return;
        }
        try {
            Duration delay = options.retryDelays().get(earlier);
            later.schedule(() -> again(pool, invocation, earlier + 1), delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException stopped) {
            giveUp(pool, invocation, "failed with " + failure.get() + ", and the endpoint was stopped");
        }
    }

    private void again(FunctionPool pool, Invocation invocation, int earlier) {
        try {
            queue(pool).execute(() -> attempt(pool, invocation, earlier));
        } catch (RejectedExecutionException full) {
            giveUp(pool, invocation, "failed, and the queue had no room for another attempt");
        }
    }

    private static Optional<String> failureOf(FunctionPool pool, Invocation invocation) {
        try {
            InvocationResult result = pool.invoke(invocation);
            return result.functionError();
        } catch (SamException e) {
            return Optional.of(e.getMessage());
        }
    }

    private void giveUp(FunctionPool pool, Invocation invocation, String why) {
        warn(pool.function().name() + ": the asynchronous event " + invocation.requestId() + " " + why);
    }

    private void warn(String message) {
        events.accept(new Warning(Problem.warning(SourceMark.NONE, message, "")));
    }

    /** Lets the calls under way end, for at most {@code grace}; what has not begun is dropped, with a warning. */
    void stop(Duration grace) {
        int dropped = later.shutdownNow().size();
        for (ThreadPoolExecutor queue : queues.values()) {
            dropped += queue.getQueue().size();
            queue.getQueue().clear();
            queue.shutdown();
        }
        if (dropped > 0) {
            warn(dropped + " asynchronous events were dropped, the endpoint was stopped before their turn");
        }
        long end = System.nanoTime() + grace.toNanos();
        try {
            for (ThreadPoolExecutor queue : queues.values()) {
                if (!queue.awaitTermination(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    queue.shutdownNow();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

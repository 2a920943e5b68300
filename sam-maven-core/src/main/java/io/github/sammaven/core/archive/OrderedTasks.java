package io.github.sammaven.core.archive;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/**
 * Runs tasks on several threads, the caller's among them, and hands over their results one by one in the order of the
 * tasks. Few results wait at a time, so that memory is bounded however many tasks there are. Threads start with the
 * second task and are gone after {@link #close()}.
 */
final class OrderedTasks<T> implements AutoCloseable {

    /** What is done with each result, on the caller's thread. */
    interface Receiver<T> {

        void accept(T result) throws IOException;
    }

    private static final int MAX_THREADS = 4;
    private static final int WAITING_PER_THREAD = 2;
    private static final long SETTLE_SECONDS = 10;

    private final int threads;
    private final Receiver<T> receiver;
    private final Deque<FutureTask<T>> waiting = new ArrayDeque<>();
    private final ExecutorService helpers;

    /** @param threads how many work at once, the caller's counted */
    OrderedTasks(int threads, Receiver<T> receiver) {
        this.threads = threads;
        this.receiver = receiver;
        this.helpers = Executors.newFixedThreadPool(Math.max(1, threads - 1), work -> {
            Thread thread = new Thread(work, "archive");
            thread.setDaemon(true);
            return thread;
        });
    }

    static int usualThreads() {
        return Math.min(MAX_THREADS, Runtime.getRuntime().availableProcessors());
    }

    /** Hands over earlier results if as many wait as may. */
    void add(Callable<T> callable) throws IOException {
        FutureTask<T> task = new FutureTask<>(callable);
        if (threads > 1 && !waiting.isEmpty()) {
            helpers.execute(task);
        }
        waiting.addLast(task);
        while (waiting.size() > threads * WAITING_PER_THREAD) {
            takeFirst();
        }
    }

    /** Hands over all results that are left. */
    void finish() throws IOException {
        while (!waiting.isEmpty()) {
            takeFirst();
        }
    }

    private void takeFirst() throws IOException {
        FutureTask<T> first = waiting.removeFirst();
        // Does nothing if a helper has begun it.
        first.run();
        try {
            receiver.accept(first.get());
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            InterruptedIOException failure = new InterruptedIOException("interrupted");
            failure.initCause(interruption);
            throw failure;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    @Override
    public void close() {
        helpers.shutdownNow();
        try {
            helpers.awaitTermination(SETTLE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }
}

package io.github.sammaven.core.work;

import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Runs tasks on a few threads of its own, which are gone when it returns. The first failure cancels what has not been
 * done; the failures of all tasks that were under way are reported together. One use each.
 */
public final class ParallelWork<T> {

    private static final int MAX_THREADS = 4;
    private static final long SETTLE_SECONDS = 10;

    private final List<Callable<T>> tasks;
    private final ExecutorService pool;

    public ParallelWork(List<Callable<T>> tasks) {
        this(tasks, MAX_THREADS);
    }

    /** @param threads how many tasks are done at a time, at most */
    public ParallelWork(List<Callable<T>> tasks, int threads) {
        this.tasks = tasks;
        this.pool = Executors.newFixedThreadPool(Math.max(1, Math.min(threads, tasks.size())));
    }

    /**
     * @param done receives each result in the order of the tasks, on the calling thread, as soon as its turn has come
     * @throws SamException with the problems of every failure, or if the calling thread is interrupted; its flag is
     *     then still set
     */
    public void run(Consumer<T> done) {
        List<SamException> failures = new ArrayList<>();
        InterruptedException interruption = null;
        try {
            List<Future<T>> results = new ArrayList<>();
            for (Callable<T> task : tasks) {
                results.add(start(task));
            }
            pool.shutdown();
            for (Future<T> result : results) {
                take(result, done, failures);
            }
        } catch (InterruptedException interrupted) {
            interruption = interrupted;
        } finally {
            stop();
            settle();
        }
        if (interruption != null) {
            Thread.currentThread().interrupt();
            throw new SamException("the work was interrupted", "", interruption);
        }
        if (!failures.isEmpty()) {
            throw together(failures);
        }
    }

    private Future<T> start(Callable<T> task) {
        FutureTask<T> future = new FutureTask<>(() -> callOrStopOthers(task));
        try {
            pool.execute(future);
        } catch (RejectedExecutionException stopped) {
            future.cancel(false);
        }
        return future;
    }

    private T callOrStopOthers(Callable<T> task) throws Exception {
        try {
            return task.call();
        } catch (Exception failure) {
            if (isInterruption(failure)) {
                throw new CancellationException();
            }
            stop();
            throw failure;
        }
    }

    /** Only {@link #stop()} interrupts the threads of the pool, so such a failure is but an echo of another. */
    private static boolean isInterruption(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InterruptedException || cause instanceof ClosedByInterruptException) {
                return true;
            }
        }
        return false;
    }

    private void take(Future<T> result, Consumer<T> done, List<SamException> failures) throws InterruptedException {
        try {
            done.accept(result.get());
        } catch (CancellationException neverStarted) {
            // The failure that cancelled it is reported.
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof SamException failure) {
                failures.add(failure);
            } else if (!(failed.getCause() instanceof CancellationException)) {
                throw new IllegalStateException(failed.getCause());
            }
        }
    }

    private void stop() {
        for (Runnable waiting : pool.shutdownNow()) {
            ((Future<?>) waiting).cancel(false);
        }
    }

    /** Leaves no upload going on behind the caller's back, unless it hangs. */
    private void settle() {
        try {
            pool.awaitTermination(SETTLE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static SamException together(List<SamException> failures) {
        Set<Problem> problems = new LinkedHashSet<>();
        failures.forEach(failure -> problems.addAll(failure.problems()));
        return new SamException(List.copyOf(problems), failures.get(0));
    }
}

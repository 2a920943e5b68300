package io.github.sammaven.core.local.invoke;

import io.github.sammaven.core.problem.SamException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;

/**
 * The environments of one function: one for each call at a time, as many as there are calls, up to a limit. Beyond it
 * callers wait, first come, first served. What was used last is used first.
 */
public final class FunctionPool implements AutoCloseable {

    private final FunctionRunner runner;
    private final EnvironmentLogs logs;
    private final PoolOptions options;
    private final Semaphore places;
    private final Deque<PooledEnvironment> idle = new ArrayDeque<>();
    private final Set<PooledEnvironment> alive = new HashSet<>();
    private final BitSet numbers = new BitSet();
    private LocalFunction function;
    private int generation;
    private boolean closed;

    private FunctionPool(LocalFunction function, FunctionRunner runner, EnvironmentLogs logs, PoolOptions options) {
        this.function = function;
        this.runner = runner;
        this.logs = logs;
        this.options = options;
        this.places = new Semaphore(options.max(), true);
    }

    /**
     * Makes the environments that are wanted ahead of the first call.
     *
     * @throws SamException if one cannot be started
     */
    public static FunctionPool open(
            LocalFunction function, FunctionRunner runner, EnvironmentLogs logs, PoolOptions options) {
        FunctionPool pool = new FunctionPool(function, runner, logs, options);
        try {
            pool.warmUp();
            return pool;
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    /** What new environments run. */
    public synchronized LocalFunction function() {
        return function;
    }

    /** Runs the handler once; an answer that is streamed is collected. */
    public InvocationResult invoke(Invocation invocation) {
        return invoke(invocation, Optional.empty(), line -> {});
    }

    /**
     * Runs the handler once, in an environment that nobody else uses meanwhile. Waits for one while all are busy.
     *
     * @param stream takes an answer that is streamed; empty to have it collected
     * @param log takes the lines of this call, besides the log of the environment
     * @throws io.github.sammaven.core.problem.InvalidOptionException if the event is over the limit of Lambda
     * @throws SamException if no environment can be started, the wait was interrupted, or the pool is closed
     */
    public InvocationResult invoke(Invocation invocation, Optional<ResponseStream> stream, FunctionLog log) {
        PayloadGuard.checkRequest(invocation.payload().length);
        try {
            places.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SamException(function().name() + ": the wait for an environment was interrupted", "", e);
        }
        try {
            return invokeInPlace(invocation, stream, log);
        } finally {
            places.release();
        }
    }

    private InvocationResult invokeInPlace(Invocation invocation, Optional<ResponseStream> stream, FunctionLog log) {
        PooledEnvironment environment = take();
        boolean usable = false;
        try {
            InvocationResult result = environment.invoke(invocation, stream, log);
            usable = options.warm() != WarmMode.NONE;
            return result;
        } finally {
            giveBack(environment, usable);
        }
    }

    /**
     * Runs this from now on. Environments that wait are ended at once, and those at work after their call.
     *
     * @throws SamException if an environment that is wanted ahead cannot be started
     */
    public void replace(LocalFunction changed) {
        List<PooledEnvironment> outdated;
        synchronized (this) {
            function = changed;
            generation++;
            outdated = List.copyOf(idle);
            idle.clear();
        }
        outdated.forEach(this::end);
        warmUp();
    }

    private void warmUp() {
        while (options.warm() == WarmMode.EAGER && isBelowMinimum() && places.tryAcquire()) {
            try {
                giveBack(start(), true);
            } finally {
                places.release();
            }
        }
    }

    private synchronized boolean isBelowMinimum() {
        return !closed && alive.size() < options.min();
    }

    private PooledEnvironment take() {
        synchronized (this) {
            PooledEnvironment last = idle.pollLast();
            if (last != null) {
                return last;
            }
        }
        return start();
    }

    private PooledEnvironment start() {
        LocalFunction current;
        int born;
        int number;
        synchronized (this) {
            refuseIfClosed();
            current = function;
            born = generation;
            number = numbers.nextClearBit(1);
            numbers.set(number);
        }
        PooledEnvironment environment;
        try {
            environment = PooledEnvironment.start(current, runner, logs.open(current.name(), number), number, born);
        } catch (RuntimeException e) {
            synchronized (this) {
                numbers.clear(number);
            }
            throw e;
        }
        synchronized (this) {
            alive.add(environment);
            if (!closed) {
                return environment;
            }
        }
        end(environment);
        throw closedAlready();
    }

    private void giveBack(PooledEnvironment environment, boolean usable) {
        synchronized (this) {
            if (usable && !closed && environment.generation() == generation) {
                idle.addLast(environment);
                return;
            }
        }
        end(environment);
    }

    private void end(PooledEnvironment environment) {
        environment.close();
        synchronized (this) {
            if (alive.remove(environment)) {
                numbers.clear(environment.number());
            }
        }
    }

    private void refuseIfClosed() {
        if (closed) {
            throw closedAlready();
        }
    }

    private SamException closedAlready() {
        return new SamException(function.name() + " is no longer served", "", null);
    }

    /** Takes no further calls. Environments that wait are ended at once, and those at work after their call. */
    void retire() {
        List<PooledEnvironment> waiting;
        synchronized (this) {
            closed = true;
            waiting = List.copyOf(idle);
            idle.clear();
        }
        waiting.forEach(this::end);
    }

    /** Ends all environments. Calls under way end with them, and those that wait are refused. */
    @Override
    public void close() {
        List<PooledEnvironment> all;
        synchronized (this) {
            closed = true;
            all = new ArrayList<>(alive);
            idle.clear();
        }
        all.forEach(this::end);
    }
}

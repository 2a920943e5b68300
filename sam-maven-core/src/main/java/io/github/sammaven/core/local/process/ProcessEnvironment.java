package io.github.sammaven.core.local.process;

import io.github.sammaven.core.local.invoke.ExecutionEnvironment;
import io.github.sammaven.core.local.invoke.FunctionError;
import io.github.sammaven.core.local.invoke.FunctionLog;
import io.github.sammaven.core.local.invoke.Invocation;
import io.github.sammaven.core.local.invoke.InvocationReport;
import io.github.sammaven.core.local.invoke.InvocationResult;
import io.github.sammaven.core.local.invoke.LocalFunction;
import io.github.sammaven.core.local.invoke.PayloadGuard;
import io.github.sammaven.core.local.runtime.Delivery;
import io.github.sammaven.core.local.runtime.PendingInvocation;
import io.github.sammaven.core.local.runtime.RuntimeAnswer;
import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A function's process between its invocations: started by the first, started anew after it ended or was stopped. */
final class ProcessEnvironment implements ExecutionEnvironment {

    /** Lambda gives a function this long to load before its own timeout counts. */
    private static final Duration INIT_PHASE = Duration.ofSeconds(10);

    private final LocalFunction function;
    private final RuntimeLauncher launcher;
    private final Map<String, String> host;
    private final FunctionLog log;
    private @Nullable Scratch scratch;
    private @Nullable RuntimeProcess running;
    private volatile String requestId = "";

    ProcessEnvironment(LocalFunction function, RuntimeLauncher launcher, Map<String, String> host, FunctionLog log) {
        this.function = function;
        this.launcher = launcher;
        this.host = host;
        this.log = log;
    }

    @Override
    public synchronized InvocationResult invoke(Invocation invocation) {
        PayloadGuard.checkRequest(invocation.payload().length);
        requestId = invocation.requestId();
        try {
            RuntimeProcess runtime = running;
            Optional<Duration> init = Optional.empty();
            Optional<RuntimeAnswer> initFailure = Optional.empty();
            if (runtime == null || !runtime.isAlive()) {
                runtime = restart();
                initFailure = awaitInit(runtime);
                init = Optional.of(Duration.ofNanos(System.nanoTime() - runtime.startedNanos()));
                runtime.flushLog();
            }
            log.line("START RequestId: " + requestId + " Version: $LATEST");
            return initFailure.isPresent()
                    ? finish(runtime, initFailure.get(), Duration.ZERO, init)
                    : run(runtime, invocation, init);
        } catch (InterruptedException stopped) {
            close();
            Thread.currentThread().interrupt();
            throw new SamException(function.logicalId() + ": the invocation was interrupted", "", stopped);
        }
    }

    private RuntimeProcess restart() throws InterruptedException {
        close();
        Scratch fresh = new Scratch();
        scratch = fresh;
        try {
            TaskRoot root = TaskRoot.of(function, fresh);
            LaunchPlan plan = launcher.plan(function, root, fresh);
            RuntimeProcess started = RuntimeProcess.start(function, plan, fresh, host, log, () -> requestId);
            running = started;
            return started;
        } catch (IOException failed) {
            close();
            throw new SamException(
                    function.logicalId() + ": its process cannot be started: " + failed.getMessage(), "", failed);
        }
    }

    private Optional<RuntimeAnswer> awaitInit(RuntimeProcess runtime) throws InterruptedException {
        Duration limit = INIT_PHASE.plus(function.timeout());
        Optional<Optional<RuntimeAnswer>> outcome = await(runtime.api().initialized(), limit);
        if (outcome.isEmpty()) {
            runtime.kill();
            return Optional.of(timedOut(limit));
        }
        return outcome.get();
    }

    private InvocationResult run(RuntimeProcess runtime, Invocation invocation, Optional<Duration> init)
            throws InterruptedException {
        long started = System.nanoTime();
        PendingInvocation pending =
                runtime.api().deliver(new Delivery(invocation, Instant.now().plus(function.timeout())));
        Optional<RuntimeAnswer> answer = await(pending.finished(), function.timeout());
        Duration duration = Duration.ofNanos(System.nanoTime() - started);
        if (answer.isPresent()) {
            return finish(runtime, answer.get(), duration, init);
        }
        RuntimeAnswer late = pending.answer().getNow(timedOut(function.timeout()));
        Optional<Integer> peak = runtime.peakMemoryMb();
        runtime.kill();
        return finish(runtime, late, min(duration, function.timeout()), init, peak);
    }

    private InvocationResult finish(
            RuntimeProcess runtime, RuntimeAnswer answer, Duration duration, Optional<Duration> init)
            throws InterruptedException {
        return finish(runtime, answer, duration, init, runtime.peakMemoryMb());
    }

    private InvocationResult finish(
            RuntimeProcess runtime,
            RuntimeAnswer answer,
            Duration duration,
            Optional<Duration> init,
            Optional<Integer> peak)
            throws InterruptedException {
        runtime.flushLog();
        boolean timeout = answer.error().filter(FunctionError::isTimeout).isPresent();
        boolean crashed = !timeout && answer.error().isPresent() && !runtime.isAlive();
        InvocationReport report = new InvocationReport(
                requestId, duration, init, function.memoryMb(), peak, timeout ? "timeout" : crashed ? "error" : "");
        if (timeout) {
            log.line(Instant.now() + " " + requestId + " " + timeoutText(duration));
        }
        log.line("END RequestId: " + requestId);
        log.line(report.line());
        return new InvocationResult(answer.payload(), answer.error(), report);
    }

    private RuntimeAnswer timedOut(Duration limit) {
        return RuntimeAnswer.failure(new FunctionError(
                FunctionError.TIMED_OUT, "RequestId: " + requestId + " Error: " + timeoutText(limit)));
    }

    private static String timeoutText(Duration limit) {
        return String.format(Locale.ROOT, "Task timed out after %.2f seconds", limit.toMillis() / 1000.0);
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Empty if it takes longer than {@code limit}. */
    private static <T> Optional<T> await(CompletableFuture<T> future, Duration limit) throws InterruptedException {
        try {
            return Optional.of(future.get(limit.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException late) {
            return Optional.empty();
        } catch (ExecutionException unexpected) {
            throw new IllegalStateException(unexpected.getCause());
        }
    }

    @Override
    public synchronized void close() {
        if (running != null) {
            running.close();
            running = null;
        }
        if (scratch != null) {
            scratch.close();
            scratch = null;
        }
    }
}

package io.github.sammaven.core.local.runtime;

import io.github.sammaven.core.local.invoke.FunctionEnvironment;
import io.github.sammaven.core.local.invoke.FunctionLog;
import io.github.sammaven.core.local.invoke.Invocation;
import io.github.sammaven.core.local.invoke.InvocationResult;
import io.github.sammaven.core.local.invoke.LocalFunction;
import io.github.sammaven.core.local.invoke.PayloadGuard;
import io.github.sammaven.core.local.invoke.PlatformLines;
import io.github.sammaven.core.local.invoke.ResponseStream;
import io.github.sammaven.core.local.runtime.RuntimeLink.State;
import io.github.sammaven.core.problem.SamException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** An execution environment whose runtime talks to a Runtime API of ours; started again after every failure. */
public final class RuntimeEnvironment implements FunctionEnvironment {

    /** The time Lambda gives the init phase; a longer timeout of the function counts, since init is then retried in it. */
    private static final Duration INIT_BUDGET = Duration.ofSeconds(10);

    private final LocalFunction function;
    private final Sandbox sandbox;
    private final LogLines lines;
    private final RuntimeApiServer api;
    private volatile @Nullable Running running;
    private boolean initReported;
    private boolean closed;

    /** A started runtime and the conversation with it. */
    private record Running(RuntimeProcess process, RuntimeLink link) {
        void kill() {
            // The process first: a runtime told that its wait is over would complain in the log.
            process.kill();
            link.ended();
        }

        void shutDown() {
            process.shutDown();
            link.ended();
        }
    }

    private RuntimeEnvironment(LocalFunction function, Sandbox sandbox, FunctionLog log, RuntimeApiServer api) {
        this.function = function;
        this.sandbox = sandbox;
        this.lines = new LogLines(log);
        this.api = api;
    }

    /**
     * Starts the runtime; its initialisation goes on in the background.
     *
     * @param sandbox closed with the environment, also if the start fails
     * @throws SamException if the machine refused
     */
    public static RuntimeEnvironment start(LocalFunction function, Sandbox sandbox, FunctionLog log) {
        try {
            RuntimeApiServer api = RuntimeApiServer.start(function.arn(), sandbox.address());
            RuntimeEnvironment environment = new RuntimeEnvironment(function, sandbox, log, api);
            try {
                environment.spawn();
            } catch (RuntimeException e) {
                api.close();
                throw e;
            }
            return environment;
        } catch (RuntimeException e) {
            sandbox.close();
            throw e;
        }
    }

    private Running spawn() {
        RuntimeLink link = api.connect();
        Running fresh = new Running(sandbox.start(api.address(), link, lines), link);
        running = fresh;
        initReported = false;
        return fresh;
    }

    @Override
    public InvocationResult invoke(Invocation invocation) {
        return invoke(invocation, Optional.empty());
    }

    @Override
    public InvocationResult invoke(Invocation invocation, ResponseStream stream) {
        return invoke(invocation, Optional.of(stream));
    }

    private synchronized InvocationResult invoke(Invocation invocation, Optional<ResponseStream> stream) {
        PayloadGuard.checkRequest(invocation.payload().length);
        if (closed) {
            throw new IllegalStateException("the environment of " + function.name() + " is closed");
        }
        Running present = running;
        // One that ended after a good call is replaced; one that never got ready has its failure told first.
        boolean endedIdle =
                present != null && initReported && !present.process().isAlive();
        if (endedIdle) {
            discard();
        }
        Running current = present == null || endedIdle ? spawn() : present;
        try {
            return invoke(current, invocation, stream);
        } catch (InterruptedException e) {
            discard();
            Thread.currentThread().interrupt();
            throw new SamException(function.name() + ": the call was interrupted", "", e);
        }
    }

    private InvocationResult invoke(Running current, Invocation invocation, Optional<ResponseStream> stream)
            throws InterruptedException {
        Duration budget = INIT_BUDGET.compareTo(function.timeout()) > 0 ? INIT_BUDGET : function.timeout();
        Optional<State> init = await(current.link().initialised(), budget);
        String requestId = invocation.requestId();
        if (!initReported) {
            current.process().drain();
        }
        lines.platform(PlatformLines.start(requestId));
        if (init.isEmpty()) {
            return fail(current, requestId, ErrorDocument.timeout(requestId, budget), Duration.ZERO, true);
        }
        if (init.get() != State.READY) {
            current.process().letExit();
            ErrorDocument error = current.link()
                    .initError()
                    .map(ErrorDocument::posted)
                    .orElseGet(() -> ErrorDocument.exit(requestId, current.process()));
            return fail(current, requestId, error, Duration.ZERO, false);
        }
        long started = System.nanoTime();
        long deadline = System.currentTimeMillis() + function.timeout().toMillis();
        RuntimeTurn turn = current.link().deliver(invocation, deadline, stream);
        Optional<State> end = await(turn.finished(), function.timeout());
        Duration duration = Duration.ofNanos(
                Math.min(System.nanoTime() - started, function.timeout().toNanos()));
        if (end.isEmpty()) {
            ErrorDocument error = ErrorDocument.timeout(requestId, function.timeout());
            return fail(current, requestId, error, function.timeout(), true);
        }
        Optional<RuntimeAnswer> answer = turn.answer();
        if (answer.isEmpty()) {
            return fail(current, requestId, ErrorDocument.exit(requestId, current.process()), duration, false);
        }
        InvocationResult result = answered(current, requestId, answer.get(), duration);
        report(
                current,
                result,
                end.get() == State.ENDED && result.functionError().isPresent());
        if (end.get() == State.ENDED) {
            discard();
        }
        return result;
    }

    private InvocationResult answered(Running current, String requestId, RuntimeAnswer answer, Duration duration) {
        InvocationResult.Report figures = figures(current, duration);
        if (answer.kind() == RuntimeAnswer.Kind.RESPONSE) {
            return new InvocationResult(
                    requestId,
                    answer.body(),
                    answer.contentType(),
                    answer.streamed(),
                    Optional.empty(),
                    figures,
                    false);
        }
        ErrorDocument error = ErrorDocument.posted(answer);
        return failed(requestId, error, figures, false);
    }

    private InvocationResult fail(
            Running current, String requestId, ErrorDocument error, Duration duration, boolean timedOut) {
        InvocationResult.Report figures = figures(current, duration);
        InvocationResult result = failed(requestId, error, figures, timedOut);
        current.kill();
        report(current, result, true);
        running = null;
        return result;
    }

    private static InvocationResult failed(
            String requestId, ErrorDocument error, InvocationResult.Report figures, boolean timedOut) {
        return new InvocationResult(
                requestId, error.body(), "application/json", false, Optional.of(error.type()), figures, timedOut);
    }

    private InvocationResult.Report figures(Running current, Duration duration) {
        Optional<Duration> init = initReported
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(current.link().initNanos()));
        initReported = true;
        return new InvocationResult.Report(
                init, duration, function.memoryMb(), current.process().peakMemoryMb());
    }

    private void report(Running current, InvocationResult result, boolean runtimeFailed) {
        current.process().drain();
        lines.platform(PlatformLines.end(result.requestId()));
        lines.platform(PlatformLines.report(result, runtimeFailed));
    }

    private static Optional<State> await(CompletableFuture<State> future, Duration budget) throws InterruptedException {
        try {
            return Optional.of(future.get(budget.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void discard() {
        Running ended = running;
        running = null;
        if (ended != null) {
            ended.kill();
        }
    }

    /** Does not wait for a call under way: that call ends with the process. */
    @Override
    public void close() {
        Running current = running;
        if (current != null) {
            current.shutDown();
        }
        synchronized (this) {
            if (!closed) {
                closed = true;
                discard();
                api.close();
                sandbox.close();
            }
        }
    }
}

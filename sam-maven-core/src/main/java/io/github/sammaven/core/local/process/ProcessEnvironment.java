package io.github.sammaven.core.local.process;

import io.github.sammaven.core.local.invoke.FunctionEnvironment;
import io.github.sammaven.core.local.invoke.FunctionLog;
import io.github.sammaven.core.local.invoke.Invocation;
import io.github.sammaven.core.local.invoke.InvocationResult;
import io.github.sammaven.core.local.invoke.LocalFunction;
import io.github.sammaven.core.local.invoke.PayloadGuard;
import io.github.sammaven.core.local.invoke.PlatformLines;
import io.github.sammaven.core.local.runtime.RuntimeAnswer;
import io.github.sammaven.core.local.runtime.RuntimeApiServer;
import io.github.sammaven.core.local.runtime.RuntimeLink.State;
import io.github.sammaven.core.local.runtime.RuntimeTurn;
import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** An execution environment of one process, started again after every failure. */
final class ProcessEnvironment implements FunctionEnvironment {

    /** The time Lambda gives the init phase; a longer timeout of the function counts, since init is then retried in it. */
    private static final Duration INIT_BUDGET = Duration.ofSeconds(10);

    private final LocalFunction function;
    private final Launch launch;
    private final Workspace workspace;
    private final Map<String, String> shell;
    private final LogLines lines;
    private final RuntimeApiServer api;
    private volatile @Nullable ChildProcess child;
    private boolean initReported;
    private boolean closed;

    private ProcessEnvironment(
            LocalFunction function,
            Launch launch,
            Workspace workspace,
            Map<String, String> shell,
            FunctionLog log,
            RuntimeApiServer api) {
        this.function = function;
        this.launch = launch;
        this.workspace = workspace;
        this.shell = shell;
        this.lines = new LogLines(log);
        this.api = api;
    }

    static ProcessEnvironment start(
            LocalFunction function, Launch launch, Workspace workspace, Map<String, String> shell, FunctionLog log) {
        RuntimeApiServer api = RuntimeApiServer.start(function.arn());
        ProcessEnvironment environment = new ProcessEnvironment(function, launch, workspace, shell, log, api);
        try {
            environment.spawn();
        } catch (RuntimeException e) {
            api.close();
            throw e;
        }
        return environment;
    }

    private ChildProcess spawn() {
        ChildProcess fresh = ChildProcess.start(function, launch, shell, api, output());
        child = fresh;
        initReported = false;
        return fresh;
    }

    private ChildOutput output() {
        try {
            return ChildOutput.open(workspace, lines, "sam-local-" + function.name());
        } catch (IOException e) {
            throw new SamException(
                    function.name() + ": its output cannot be read: " + e.getMessage(),
                    "Check the temporary folder and the limit on open files",
                    e);
        }
    }

    @Override
    public synchronized InvocationResult invoke(Invocation invocation) {
        PayloadGuard.checkRequest(invocation.payload().length);
        if (closed) {
            throw new IllegalStateException("the environment of " + function.name() + " is closed");
        }
        ChildProcess present = child;
        // One that ended after a good call is replaced; one that never got ready has its failure told first.
        boolean endedIdle = present != null && initReported && !present.isAlive();
        if (endedIdle) {
            discard();
        }
        ChildProcess process = present == null || endedIdle ? spawn() : present;
        try {
            return invoke(process, invocation);
        } catch (InterruptedException e) {
            discard();
            Thread.currentThread().interrupt();
            throw new SamException(function.name() + ": the call was interrupted", "", e);
        }
    }

    private InvocationResult invoke(ChildProcess process, Invocation invocation) throws InterruptedException {
        Duration budget = INIT_BUDGET.compareTo(function.timeout()) > 0 ? INIT_BUDGET : function.timeout();
        Optional<State> init = await(process.link().initialised(), budget);
        String requestId = invocation.requestId();
        if (!initReported) {
            process.output().drain();
        }
        lines.platform(PlatformLines.start(requestId));
        if (init.isEmpty()) {
            return fail(process, requestId, ErrorDocument.timeout(requestId, budget), Duration.ZERO, true);
        }
        if (init.get() != State.READY) {
            process.letExit();
            ErrorDocument error = process.link()
                    .initError()
                    .map(ErrorDocument::posted)
                    .orElseGet(() -> ErrorDocument.exit(requestId, process.exitValue()));
            return fail(process, requestId, error, Duration.ZERO, false);
        }
        long started = System.nanoTime();
        long deadline = System.currentTimeMillis() + function.timeout().toMillis();
        RuntimeTurn turn = process.link().deliver(invocation, deadline);
        Optional<State> end = await(turn.finished(), function.timeout());
        Duration duration = Duration.ofNanos(
                Math.min(System.nanoTime() - started, function.timeout().toNanos()));
        if (end.isEmpty()) {
            ErrorDocument error = ErrorDocument.timeout(requestId, function.timeout());
            return fail(process, requestId, error, function.timeout(), true);
        }
        Optional<RuntimeAnswer> answer = turn.answer();
        if (answer.isEmpty()) {
            return fail(process, requestId, ErrorDocument.exit(requestId, process.exitValue()), duration, false);
        }
        InvocationResult result = answered(process, requestId, answer.get(), duration);
        report(
                process,
                result,
                end.get() == State.ENDED && result.functionError().isPresent());
        if (end.get() == State.ENDED) {
            discard();
        }
        return result;
    }

    private InvocationResult answered(ChildProcess process, String requestId, RuntimeAnswer answer, Duration duration) {
        InvocationResult.Report figures = figures(process, duration);
        if (answer.kind() == RuntimeAnswer.Kind.RESPONSE) {
            return new InvocationResult(requestId, answer.body(), Optional.empty(), figures, false);
        }
        ErrorDocument error = ErrorDocument.posted(answer);
        return new InvocationResult(requestId, error.body(), Optional.of(error.type()), figures, false);
    }

    private InvocationResult fail(
            ChildProcess process, String requestId, ErrorDocument error, Duration duration, boolean timedOut) {
        InvocationResult.Report figures = figures(process, duration);
        InvocationResult result =
                new InvocationResult(requestId, error.body(), Optional.of(error.type()), figures, timedOut);
        process.kill();
        report(process, result, true);
        child = null;
        return result;
    }

    private InvocationResult.Report figures(ChildProcess process, Duration duration) {
        Optional<Duration> init = initReported ? Optional.empty() : Optional.of(Duration.ofNanos(process.initNanos()));
        initReported = true;
        return new InvocationResult.Report(init, duration, function.memoryMb(), process.peakMemoryMb());
    }

    private void report(ChildProcess process, InvocationResult result, boolean runtimeFailed) {
        process.output().drain();
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
        ChildProcess ended = child;
        child = null;
        if (ended != null) {
            ended.kill();
        }
    }

    /** Does not wait for a call under way: that call ends with the process. */
    @Override
    public void close() {
        ChildProcess running = child;
        if (running != null) {
            running.kill();
        }
        synchronized (this) {
            if (!closed) {
                closed = true;
                discard();
                api.close();
                workspace.close();
            }
        }
    }
}

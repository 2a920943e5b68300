package io.github.sammaven.core.local.runtime;

import io.github.sammaven.core.local.invoke.FunctionEnvironment;
import io.github.sammaven.core.local.invoke.FunctionLog;
import io.github.sammaven.core.local.invoke.Invocation;
import io.github.sammaven.core.local.invoke.InvocationResult;
import io.github.sammaven.core.local.invoke.LocalFunction;
import io.github.sammaven.core.local.invoke.PayloadGuard;
import io.github.sammaven.core.local.invoke.ResponseStream;
import io.github.sammaven.core.local.runtime.RuntimeAnswer.Kind;
import io.github.sammaven.core.local.runtime.RuntimeLink.State;
import io.github.sammaven.core.problem.SamException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** An execution environment whose runtime talks to a Runtime API of ours; started again after every failure. */
public final class RuntimeEnvironment implements FunctionEnvironment {

    private final LocalFunction function;
    private final Sandbox sandbox;
    private final FunctionLog log;
    private final LogLines lines;
    private final PlatformLog platform;
    private final RuntimeApiServer api;
    private volatile @Nullable EnvironmentLife life;
    private boolean initialised;
    private boolean closed;

    private RuntimeEnvironment(LocalFunction function, Sandbox sandbox, FunctionLog log, RuntimeApiServer api) {
        this.function = function;
        this.sandbox = sandbox;
        this.log = oneAtATime(log);
        this.lines = new LogLines(this.log, line -> api.telemetry().line("function", line));
        this.platform = new PlatformLog(function, lines, api.telemetry());
        this.api = api;
    }

    /** Extensions print beside the runtime. */
    private static FunctionLog oneAtATime(FunctionLog log) {
        return new FunctionLog() {
            @Override
            public synchronized void line(String line) {
                log.line(line);
            }
        };
    }

    /**
     * Starts the runtime; its initialisation goes on in the background.
     *
     * @param sandbox closed with the environment, also if the start fails
     * @throws SamException if the machine refused
     */
    public static RuntimeEnvironment start(LocalFunction function, Sandbox sandbox, FunctionLog log) {
        try {
            RuntimeApiServer api = RuntimeApiServer.start(function, sandbox.address());
            RuntimeEnvironment environment = new RuntimeEnvironment(function, sandbox, log, api);
            try {
                environment.begin();
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

    private EnvironmentLife begin() {
        api.telemetry().begin(!sandbox.extensions().isEmpty());
        platform.initStart();
        EnvironmentLife fresh = EnvironmentLife.start(sandbox, api, log, lines);
        life = fresh;
        initialised = false;
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
        try {
            EnvironmentLife present = life;
            boolean lost = present != null && initialised && !present.isUsable();
            if (present == null || lost) {
                discard(ShutdownReason.FAILURE);
                present = begin();
            }
            if (!initialised) {
                return invokeFirst(present, invocation, stream);
            }
            platform.start(invocation);
            return work(present, Call.begin(invocation, function.timeout()), InitOutcome.WARM, stream);
        } catch (InterruptedException e) {
            discard(ShutdownReason.FAILURE);
            Thread.currentThread().interrupt();
            throw new SamException(function.name() + ": the call was interrupted", "", e);
        }
    }

    /** Waits for the initialisation; one that failed is tried again within the time of the call, as Lambda does. */
    private InvocationResult invokeFirst(EnvironmentLife first, Invocation invocation, Optional<ResponseStream> stream)
            throws InterruptedException {
        InitPhase phase = new InitPhase(function, platform);
        InitOutcome init = phase.await(first);
        String requestId = invocation.requestId();
        if (init.isReady()) {
            initialised = true;
            platform.start(invocation);
            return work(first, Call.begin(invocation, function.timeout()), init, stream);
        }
        platform.start(invocation);
        if (init.isFinal()) {
            return conclude(Call.begin(invocation, function.timeout()), unready(first, init, requestId), init, false);
        }
        discard(init.timedOut() ? ShutdownReason.TIMEOUT : ShutdownReason.FAILURE);
        Call call = Call.begin(invocation, function.timeout());
        EnvironmentLife second = begin();
        InitOutcome again = phase.awaitAgain(second, call.deadline());
        if (!again.isReady()) {
            return conclude(call, unready(second, again, requestId), again, false);
        }
        initialised = true;
        return work(second, call, again, stream);
    }

    private Verdict unready(EnvironmentLife current, InitOutcome init, String requestId) {
        return init.timedOut()
                ? Verdict.timedOut(requestId, function.timeout())
                : Verdict.failed(current.failure(requestId));
    }

    private InvocationResult work(EnvironmentLife current, Call call, InitOutcome init, Optional<ResponseStream> stream)
            throws InterruptedException {
        RuntimeTurn turn = current.link().deliver(call.invocation(), call.deadlineMs(), stream);
        Optional<State> end = call.deadline().await(turn.finished());
        Verdict verdict;
        if (end.isEmpty()) {
            verdict = Verdict.timedOut(call.requestId(), function.timeout());
        } else {
            boolean ended = end.get() == State.ENDED;
            verdict = turn.answer()
                    .filter(answer -> !ended || answer.kind() != Kind.TRUNCATED)
                    .map(answer -> Verdict.answered(answer, ended))
                    .orElseGet(() -> Verdict.failed(current.failure(call.requestId())));
        }
        turn.answer()
                .filter(answer -> turn.isStreamed())
                .flatMap(answer -> PayloadGuard.streamedTooMuch(answer.size()))
                .ifPresent(platform::note);
        return conclude(call, verdict, init, turn.isStreamed());
    }

    /** Ends a failed life before the call is reported, so that all it printed comes first. */
    private InvocationResult conclude(Call call, Verdict verdict, InitOutcome init, boolean streamed) {
        Duration duration = call.elapsed();
        EnvironmentLife current = life;
        OptionalInt memory = current == null ? OptionalInt.empty() : current.peakMemoryMb();
        InvocationResult.Report report =
                new InvocationResult.Report(init.init(), duration, function.memoryMb(), memory, init.restore());
        InvocationResult result = verdict.result(call.requestId(), streamed, report);
        if (current != null) {
            current.drain();
        }
        platform.report(result, verdict.runtimeFailed());
        if (verdict.endsLife()) {
            discard(verdict.shutdownReason());
        }
        platform.end(result, verdict.runtimeFailed());
        return result;
    }

    private void discard(ShutdownReason reason) {
        EnvironmentLife ending = life;
        life = null;
        initialised = false;
        if (ending != null) {
            ending.shutDown(reason);
        }
    }

    /** Does not wait for a call under way: that call ends with the process. */
    @Override
    public void close() {
        EnvironmentLife current = life;
        if (current != null) {
            current.shutDown(ShutdownReason.SPINDOWN);
        }
        synchronized (this) {
            if (!closed) {
                closed = true;
                discard(ShutdownReason.SPINDOWN);
                api.close();
                sandbox.close();
            }
        }
    }
}

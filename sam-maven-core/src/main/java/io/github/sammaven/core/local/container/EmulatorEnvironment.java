package io.github.sammaven.core.local.container;

import io.github.sammaven.core.local.invoke.FunctionEnvironment;
import io.github.sammaven.core.local.invoke.FunctionLog;
import io.github.sammaven.core.local.invoke.Invocation;
import io.github.sammaven.core.local.invoke.InvocationResult;
import io.github.sammaven.core.local.invoke.LocalFunction;
import io.github.sammaven.core.local.invoke.PayloadGuard;
import io.github.sammaven.core.local.invoke.PlatformLines;
import io.github.sammaven.core.local.runtime.ErrorDocument;
import io.github.sammaven.core.local.runtime.LogLines;
import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An execution environment behind the Runtime Interface Emulator of its image, which takes one call at a time. */
final class EmulatorEnvironment implements FunctionEnvironment {

    private static final Duration START = Duration.ofSeconds(20);
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);
    /** The emulator starts the runtime in its first call; Lambda gives that its own time. */
    private static final Duration INIT_BUDGET = Duration.ofSeconds(10);
    /** The emulator's own clock should run out first, its answer is the better one. */
    private static final Duration HEAD_START = Duration.ofSeconds(1);

    private static final long PROBE_MS = 10;
    private static final int NOBODYS_PORT = 0;

    private final ContainerEngine engine;
    private final LiveContainers live;
    private final LocalFunction function;
    private final FunctionSpec spec;
    private final ContainerOptions options;
    private final EmulatorLog log;
    private volatile @Nullable Running running;
    private boolean closed;

    private static final class Running {
        private final FunctionContainer container;
        private final EmulatorClient client;
        private boolean ready;
        private boolean used;

        Running(FunctionContainer container, EmulatorClient client) {
            this.container = container;
            this.client = client;
        }
    }

    private EmulatorEnvironment(
            ContainerEngine engine,
            LiveContainers live,
            LocalFunction function,
            FunctionSpec spec,
            ContainerOptions options,
            FunctionLog log) {
        this.engine = engine;
        this.live = live;
        this.function = function;
        this.spec = spec;
        this.options = options;
        this.log = new EmulatorLog(log);
    }

    /** @param spec closed with the environment; by the caller if the start fails */
    static EmulatorEnvironment start(
            ContainerEngine engine,
            LiveContainers live,
            LocalFunction function,
            FunctionSpec spec,
            ContainerOptions options,
            FunctionLog log) {
        EmulatorEnvironment environment = new EmulatorEnvironment(engine, live, function, spec, options, log);
        environment.spawn();
        return environment;
    }

    private Running spawn() {
        FunctionContainer container =
                FunctionContainer.start(engine, live, spec.withEmulator(), spec.files(), new LogLines(log));
        boolean onHost = options.network().isOfHost();
        // A container that has ended already has no ports; the wait for its answer tells what became of it.
        int port = container
                .publishedPort(FunctionSpec.EMULATOR_PORT)
                .orElse(onHost ? FunctionSpec.EMULATOR_PORT : NOBODYS_PORT);
        Running fresh =
                new Running(container, new EmulatorClient(options.network().containerHost(), port));
        running = fresh;
        return fresh;
    }

    @Override
    public synchronized InvocationResult invoke(Invocation invocation) {
        PayloadGuard.checkRequest(invocation.payload().length);
        if (closed) {
            throw new IllegalStateException("the environment of " + function.name() + " is closed");
        }
        Running present = running;
        boolean ended =
                present != null && present.used && present.container.exit().isDone();
        if (ended) {
            discard();
        }
        Running current = present == null || ended ? spawn() : present;
        try {
            awaitReady(current);
            return call(current, invocation);
        } catch (InterruptedException e) {
            discard();
            Thread.currentThread().interrupt();
            throw new SamException(function.name() + ": the call was interrupted", "", e);
        }
    }

    private void awaitReady(Running current) throws InterruptedException {
        long deadline = System.nanoTime() + START.toNanos();
        while (!current.ready) {
            boolean gone = current.container.exit().isDone();
            if (gone || System.nanoTime() > deadline) {
                String what = gone
                        ? "its container ended with exit status "
                                + current.container.exit().join().status()
                        : "nothing answers on port " + FunctionSpec.EMULATOR_PORT + " of its container";
                discard();
                throw new SamException(
                        function.name() + ": the Runtime Interface Emulator did not start, " + what,
                        "Use an image that has one, or the Runtime API of this machine: -Dsam.runtimeApi=host",
                        null);
            }
            current.ready = current.client.isReady();
            if (!current.ready) {
                current.container.awaitExit(Duration.ofMillis(PROBE_MS));
            }
        }
    }

    private InvocationResult call(Running current, Invocation invocation) throws InterruptedException {
        String requestId = invocation.requestId();
        Duration limit = function.timeout().plus(current.used ? HEAD_START : INIT_BUDGET);
        current.used = true;
        log.platform(PlatformLines.start(requestId));
        long started = System.nanoTime();
        try {
            HttpResponse<byte[]> response = current.client.invoke(invocation, limit);
            Duration duration = since(started);
            EmulatorAnswer answer = EmulatorAnswer.of(response.statusCode(), response.body());
            if (answer.timedOut()) {
                ErrorDocument error = ErrorDocument.timeout(requestId, function.timeout());
                return failed(current, requestId, error, function.timeout(), true);
            }
            String contentType = response.headers().firstValue("Content-Type").orElse("application/json");
            InvocationResult result = new InvocationResult(
                    requestId,
                    answer.body(),
                    contentType,
                    false,
                    answer.errorType(),
                    figures(current, duration),
                    false);
            report(current, result, false);
            return result;
        } catch (HttpTimeoutException e) {
            ErrorDocument error = ErrorDocument.timeout(requestId, function.timeout());
            return failed(current, requestId, error, function.timeout(), true);
        } catch (IOException e) {
            Duration duration = since(started);
            if (current.container.awaitExit(LAST_WORDS).isEmpty()) {
                discard();
                throw new SamException(
                        function.name() + ": the Runtime Interface Emulator broke off: " + e.getMessage(), "", e);
            }
            ContainerProcess process = new ContainerProcess(current.container, Duration.ZERO);
            return failed(current, requestId, ErrorDocument.exit(requestId, process), duration, false);
        }
    }

    private static Duration since(long started) {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    private InvocationResult failed(
            Running current, String requestId, ErrorDocument error, Duration duration, boolean timedOut) {
        InvocationResult result = new InvocationResult(
                requestId,
                error.body(),
                "application/json",
                false,
                Optional.of(error.type()),
                figures(current, duration),
                timedOut);
        discard();
        report(current, result, true);
        return result;
    }

    /** Without an init time: the emulator does not tell it. */
    private InvocationResult.Report figures(Running current, Duration duration) {
        return new InvocationResult.Report(
                Optional.empty(), duration, function.memoryMb(), current.container.peakMemoryMb());
    }

    private void report(Running current, InvocationResult result, boolean runtimeFailed) {
        current.container.drain();
        log.platform(PlatformLines.end(result.requestId()));
        log.platform(PlatformLines.report(result, runtimeFailed));
    }

    private void discard() {
        Running ended = running;
        running = null;
        if (ended != null) {
            ended.container.remove();
        }
    }

    /** Does not wait for a call under way: that call ends with the container. */
    @Override
    public void close() {
        Running current = running;
        if (current != null) {
            current.container.stop(options.shutdownGrace());
        }
        synchronized (this) {
            if (!closed) {
                closed = true;
                discard();
                spec.close();
            }
        }
    }
}

package io.github.sammaven.core.local.runtime;

import io.github.sammaven.core.local.invoke.FunctionLog;
import io.github.sammaven.core.problem.SamException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The processes of an environment from one start to the next: external extensions, then the runtime. */
final class EnvironmentLife {

    /** Times of Lambda's shutdown phase. */
    private static final Duration WITH_EXTERNAL_EXTENSIONS = Duration.ofSeconds(2);

    private static final Duration OF_THE_RUNTIME = Duration.ofMillis(300);
    private static final Duration WITH_INTERNAL_EXTENSIONS = Duration.ofMillis(500);
    private static final Duration LAST_GRACE = Duration.ofMillis(100);

    private final Sandbox sandbox;
    private final String api;
    private final RuntimeLink link;
    private final Telemetry telemetry;
    private final FunctionLog log;
    private final LogLines lines;
    private final List<StartedExtension> extensions = new ArrayList<>();
    private @Nullable RuntimeProcess runtime;
    private boolean over;

    /** A running extension, and its end. */
    private record StartedExtension(String name, RuntimeProcess process, CompletableFuture<Void> exit) {}

    private EnvironmentLife(Sandbox sandbox, RuntimeApiServer server, FunctionLog log, LogLines lines) {
        this.sandbox = sandbox;
        this.api = server.address();
        this.link = server.connect();
        this.telemetry = server.telemetry();
        this.log = log;
        this.lines = lines;
    }

    /**
     * Starts all processes; extensions register before the runtime is started, which does not hold up the caller.
     *
     * @param lines takes what the runtime prints
     * @throws SamException if the machine refused
     */
    static EnvironmentLife start(Sandbox sandbox, RuntimeApiServer server, FunctionLog log, LogLines lines) {
        EnvironmentLife life = new EnvironmentLife(sandbox, server, log, lines);
        List<String> names = sandbox.extensions();
        life.link.initialised().thenRun(life.telemetry::settle);
        if (names.isEmpty()) {
            life.startRuntime();
        } else {
            life.startExtensions(names);
        }
        return life;
    }

    private synchronized void startRuntime() {
        if (over) {
            return;
        }
        try {
            runtime = sandbox.start(api, link, lines);
        } catch (LaunchException e) {
            lines.platform(e.getMessage());
            link.fail(new Fault(e.type(), e.problems().get(0).message()));
        }
    }

    private synchronized void startExtensions(List<String> names) {
        link.extensions().expect(names);
        for (String name : names) {
            try {
                CompletableFuture<Void> exit = new CompletableFuture<>();
                RuntimeProcess process = sandbox.startExtension(name, api, () -> exit.complete(null), printed());
                extensions.add(new StartedExtension(name, process, exit));
                exit.thenRun(() -> link.extensions().ended(name, process.exitValue()));
            } catch (SamException e) {
                lines.platform(e.getMessage());
                link.fail(new Fault(
                        "Extension.LaunchError",
                        name + ": " + e.problems().get(0).message()));
                return;
            }
        }
        link.extensions().registered().thenRun(() -> {
            Thread thread = new Thread(this::startRuntimeLate, "sam-local-runtime-start");
            thread.setDaemon(true);
            thread.start();
        });
    }

    private LogLines printed() {
        return new LogLines(log, line -> telemetry.line("extension", line));
    }

    private void startRuntimeLate() {
        try {
            startRuntime();
        } catch (SamException e) {
            link.fail(new Fault("Sandbox.Failure", e.getMessage()));
        }
    }

    RuntimeLink link() {
        return link;
    }

    /** Whether its processes can take an event, now or after their initialisation. */
    synchronized boolean isUsable() {
        return !over && !link.isBroken() && (runtime == null || runtime.isAlive());
    }

    /** Why there was no answer, after the end of what was to give one. */
    ErrorDocument failure(String requestId) {
        RuntimeProcess ended = runtime();
        return link.fault()
                .map(fault -> ErrorDocument.of(requestId, fault))
                .or(() -> link.initError().map(ErrorDocument::posted))
                .orElseGet(() -> ended == null || ended.isAlive()
                        ? ErrorDocument.of(requestId, new Fault("Sandbox.Failure", "the runtime is gone"))
                        : ErrorDocument.exit(requestId, ended));
    }

    private synchronized @Nullable RuntimeProcess runtime() {
        return runtime;
    }

    private synchronized Stream<RuntimeProcess> processes() {
        List<RuntimeProcess> all = new ArrayList<>();
        if (runtime != null) {
            all.add(runtime);
        }
        extensions.forEach(extension -> all.add(extension.process()));
        return all.stream();
    }

    /** Gives a runtime that is about to exit the time to say its last words. */
    void letRuntimeExit() throws InterruptedException {
        RuntimeProcess exiting = runtime();
        if (exiting != null) {
            exiting.letExit();
        }
    }

    /** Returns when all that was printed so far has been passed on. */
    void drain() {
        processes().forEach(RuntimeProcess::drain);
    }

    /** Peak memory so far of all processes together, MB; empty where the system does not tell. */
    OptionalInt peakMemoryMb() {
        return processes()
                .map(RuntimeProcess::peakMemoryMb)
                .reduce((a, b) -> a.isPresent() && b.isPresent() ? OptionalInt.of(a.getAsInt() + b.getAsInt()) : a)
                .orElse(OptionalInt.empty());
    }

    /** Ends all processes; extensions that registered for it are told, and get their time. */
    void shutDown(ShutdownReason reason) {
        RuntimeProcess ending;
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
            ending = runtime;
        }
        boolean none = link.extensions().areNone();
        boolean external = link.extensions().anyExternal();
        Duration time = none ? Duration.ZERO : external ? WITH_EXTERNAL_EXTENSIONS : WITH_INTERNAL_EXTENSIONS;
        long deadline = System.nanoTime() + time.toNanos();
        if (ending != null) {
            endRuntime(ending, reason, none ? Duration.ZERO : external ? OF_THE_RUNTIME : time);
        }
        telemetry.flush(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
        link.extensions()
                .shutDown(
                        reason,
                        System.currentTimeMillis()
                                + Duration.ofNanos(deadline - System.nanoTime()).toMillis());
        extensions.forEach(extension -> end(extension, deadline));
        telemetry.end();
        link.ended();
    }

    private static void endRuntime(RuntimeProcess ending, ShutdownReason reason, Duration grace) {
        // The process first: a runtime told that its wait is over would complain in the log.
        if (reason != ShutdownReason.SPINDOWN) {
            ending.kill();
        } else if (grace.isZero()) {
            ending.shutDown();
        } else {
            ending.terminate(grace);
        }
    }

    private void end(StartedExtension extension, long deadline) {
        if (!link.extensions().hearsShutdown(extension.name())) {
            extension.process().kill();
            return;
        }
        try {
            extension.exit().get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            extension.process().terminate(LAST_GRACE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        extension.process().kill();
    }
}

package io.github.sammaven.core.local.container;

import io.github.sammaven.core.local.runtime.LaunchException;
import io.github.sammaven.core.local.runtime.LogLines;
import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One container of a function, from its making to its removal. */
final class FunctionContainer {

    private static final Duration END = Duration.ofSeconds(5);
    private static final long MB = 1024L * 1024;
    /** Figures younger than this are good enough. */
    private static final long FIGURES_NANOS = Duration.ofMillis(100).toNanos();

    /** 128 and the number of the signal that cannot be refused. */
    private static final int KILLED = 137;

    private final ContainerEngine engine;
    private final LiveContainers live;
    private final String id;
    private final ContainerOutput output;
    private final FollowedOutput followed;
    private final SideShell shell;
    private final CompletableFuture<ContainerExit> exit;
    private OptionalInt peakMb = OptionalInt.empty();
    private long askedNanos;

    private FunctionContainer(
            ContainerEngine engine, LiveContainers live, String id, ContainerOutput output, FollowedOutput followed) {
        this.engine = engine;
        this.live = live;
        this.id = id;
        this.output = output;
        this.followed = followed;
        this.shell = SideShell.start(engine, id, output);
        this.exit = output.ended().thenApplyAsync(unused -> askHowItEnded(), FunctionContainer::inBackground);
    }

    /** Makes and starts one. */
    static FunctionContainer start(
            ContainerEngine engine, LiveContainers live, ContainerSpec spec, CodeFiles files, LogLines lines) {
        String id = live.create(spec);
        try {
            ContainerOutput output = new ContainerOutput(lines);
            if (files.areCopied()) {
                engine.copyIn(id, files.tar());
            }
            FollowedOutput followed = engine.follow(id, output);
            start(engine, id);
            return new FunctionContainer(engine, live, id, output, followed);
        } catch (IOException e) {
            live.remove(id);
            throw new SamException("The code cannot be copied into a container: " + e.getMessage(), "", e);
        } catch (RuntimeException e) {
            live.remove(id);
            throw e;
        }
    }

    /** What the function says it starts may not be there: then the fault is the function's. */
    private static void start(ContainerEngine engine, String id) {
        try {
            engine.start(id);
        } catch (SamException e) {
            String why = e.problems().get(0).message();
            if (why.contains("cwd")) {
                throw new LaunchException("Runtime.InvalidWorkingDir", why, "Correct WorkingDirectory", e);
            }
            if (why.contains("exec:") || why.contains("exec format") || why.contains("executable file")) {
                throw new LaunchException(
                        "Runtime.InvalidEntrypoint",
                        why,
                        "Correct the entry point, and check that it is made for this machine",
                        e);
            }
            throw e;
        }
    }

    /** Never on the thread that tells the end: the client library interrupts that one. */
    static void inBackground(Runnable task) {
        Thread thread = new Thread(task, "sam-local-container-exit");
        thread.setDaemon(true);
        thread.start();
    }

    private ContainerExit askHowItEnded() {
        try {
            return engine.awaitExit(id);
        } catch (SamException e) {
            // It was removed before it could be asked.
            return new ContainerExit(KILLED, false);
        }
    }

    /** Completed when it has ended by itself or been removed. */
    CompletableFuture<ContainerExit> exit() {
        return exit;
    }

    Optional<ContainerExit> awaitExit(Duration limit) throws InterruptedException {
        try {
            return Optional.of(exit.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    Optional<Integer> publishedPort(int inside) {
        return engine.publishedPort(id, inside);
    }

    synchronized OptionalInt peakMemoryMb() {
        long now = System.nanoTime();
        if (!exit.isDone() && (peakMb.isEmpty() || now - askedNanos > FIGURES_NANOS)) {
            askedNanos = now;
            shell.peakMemory().ifPresentOrElse(this::note, this::askEngine);
        }
        return peakMb;
    }

    /** In the background: some engines take a second. What it says counts from the next call on. */
    private void askEngine() {
        inBackground(() -> engine.peakMemory(id).ifPresent(this::note));
    }

    private synchronized void note(long bytes) {
        int mb = (int) ((bytes + MB - 1) / MB);
        peakMb = OptionalInt.of(Math.max(mb, peakMb.orElse(0)));
    }

    /** Whether one of its processes was killed for want of memory; asked while it runs. */
    boolean ranOutOfMemory() {
        return shell.ranOutOfMemory();
    }

    /** Starts a program beside its first one. */
    InsideProgram run(InsideCommand command, OutputReceiver receiver) {
        return engine.run(id, command, receiver);
    }

    /** A shell beside one of its processes. */
    SideShell shellBeside(String process, ContainerOutput printed) {
        return SideShell.start(engine, id, process, printed);
    }

    /** Returns when all it has printed so far has been passed on. */
    void drain() {
        shell.flush();
    }

    /** Ends and removes it; returns when its output has been passed on. */
    void remove() {
        shell.close();
        live.remove(id);
        try {
            output.ended().get(END.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            followed.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            followed.close();
        }
    }

    /** The same, but asks it to end first and gives it that time. */
    void stop(Duration grace) {
        if (!grace.isZero() && !exit.isDone()) {
            engine.stop(id, grace);
        }
        remove();
    }
}

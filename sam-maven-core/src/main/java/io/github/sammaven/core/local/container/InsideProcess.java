package io.github.sammaven.core.local.container;

import io.github.sammaven.core.local.runtime.LogLines;
import io.github.sammaven.core.local.runtime.RuntimeProcess;
import io.github.sammaven.core.problem.SamException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** A program that runs beside others in a container: a runtime, or an extension. */
final class InsideProcess implements RuntimeProcess {

    /** Tells its process id, which the program keeps; nothing is told if there is no such program. */
    private static final String SCRIPT = """
            case $1 in
            */*) [ -f "$1" ] && [ -x "$1" ];;
            *) command -v "$1" > /dev/null;;
            esac || exit 127
            echo $$
            exec "$@" < /dev/null
            """;

    private static final Duration LAST_WORDS = Duration.ofSeconds(1);
    private static final Duration END = Duration.ofSeconds(5);

    /** 128 and the number of the signal that cannot be refused. */
    private static final int KILLED = 137;

    private final FunctionContainer container;
    private final InsideProgram program;
    private final SideShell shell;
    private final CompletableFuture<Integer> exit;
    private final Duration shutdownGrace;
    private final Consumer<InsideProcess> gone;

    private InsideProcess(
            FunctionContainer container,
            InsideProgram program,
            SideShell shell,
            CompletableFuture<Integer> exit,
            Duration shutdownGrace,
            Consumer<InsideProcess> gone) {
        this.container = container;
        this.program = program;
        this.shell = shell;
        this.exit = exit;
        this.shutdownGrace = shutdownGrace;
        this.gone = gone;
    }

    /**
     * Starts one.
     *
     * @param variables beside those of the container
     * @param gone is told when it has been killed
     * @return empty if there is no such program, or it may not be run
     * @throws SamException if the engine refuses
     */
    static Optional<InsideProcess> start(
            FunctionContainer container,
            List<String> command,
            Map<String, String> variables,
            LogLines lines,
            Duration shutdownGrace,
            Consumer<InsideProcess> gone) {
        List<String> words = new ArrayList<>(List.of("/bin/sh", "-c", SCRIPT, "sh"));
        words.addAll(command);
        ContainerOutput output = new ContainerOutput(lines);
        FirstLine announced = new FirstLine(output);
        InsideProgram program = container.run(new InsideCommand(words, variables, false), announced);
        Optional<String> pid = announced.await();
        if (pid.isEmpty()) {
            program.close();
            return Optional.empty();
        }
        return Optional.of(new InsideProcess(
                container,
                program,
                container.shellBeside(pid.get(), output),
                output.ended().thenApplyAsync(unused -> statusOf(program), FunctionContainer::inBackground),
                shutdownGrace,
                gone));
    }

    private static int statusOf(InsideProgram program) {
        try {
            return program.exitStatus().orElse(KILLED);
        } catch (SamException e) {
            // Its container was removed before it could be asked.
            return KILLED;
        }
    }

    CompletableFuture<Integer> exit() {
        return exit;
    }

    @Override
    public boolean isAlive() {
        return !exit.isDone();
    }

    @Override
    public int exitValue() {
        return exit.join();
    }

    @Override
    public boolean ranOutOfMemory() {
        return exitValue() == KILLED && container.ranOutOfMemory();
    }

    /** Of all that runs in the container. */
    @Override
    public OptionalInt peakMemoryMb() {
        return container.peakMemoryMb();
    }

    @Override
    public void letExit() throws InterruptedException {
        awaitExit(LAST_WORDS);
    }

    private void awaitExit(Duration limit) throws InterruptedException {
        try {
            exit.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void drain() {
        shell.flush();
    }

    @Override
    public void kill() {
        signal("KILL", END);
        shell.close();
        program.close();
        gone.accept(this);
    }

    private void signal(String name, Duration limit) {
        if (exit.isDone() || !shell.signal(name)) {
            return;
        }
        try {
            awaitExit(limit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void shutDown() {
        terminate(shutdownGrace);
    }

    @Override
    public void terminate(Duration grace) {
        if (!grace.isZero()) {
            signal("TERM", grace);
        }
        kill();
    }
}

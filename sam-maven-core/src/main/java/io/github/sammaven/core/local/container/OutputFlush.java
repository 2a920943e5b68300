package io.github.sammaven.core.local.container;

import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Makes sure that all a container has printed has arrived. An engine passes output on in its own time and never says
 * that it has caught up. So a small shell beside the function writes a mark into the function's own output whenever it
 * is asked to: what comes before the mark was printed before. An image without a shell is given a moment of silence
 * instead.
 */
final class OutputFlush implements AutoCloseable {

    /** Opens the output of the container's first process once, then copies its input to it line by line. */
    private static final List<String> ECHO = List.of(
            "/bin/sh",
            "-c",
            "exec 3>/proc/1/fd/1 4>/proc/1/fd/2; while IFS= read -r line; do echo \"$line\" >&3; echo \"$line\" >&4; done");

    private static final Duration START = Duration.ofSeconds(2);
    private static final Duration CATCH_UP = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofMillis(25);
    private static final Duration NO_SILENCE = Duration.ofSeconds(2);

    private final ContainerOutput output;
    private final CompletableFuture<Optional<InsideProgram>> shell = new CompletableFuture<>();
    private volatile boolean usable = true;
    private int asked;

    private OutputFlush(ContainerOutput output) {
        this.output = output;
    }

    /** Starts the shell in the background. */
    static OutputFlush start(ContainerEngine engine, String container, ContainerOutput output) {
        OutputFlush flush = new OutputFlush(output);
        Thread starter = new Thread(() -> flush.startShell(engine, container), "sam-local-flush");
        starter.setDaemon(true);
        starter.start();
        return flush;
    }

    private void startShell(ContainerEngine engine, String container) {
        try {
            InsideProgram started = engine.run(container, ECHO, new OutputReceiver() {
                @Override
                public void out(byte[] bytes) {
                    usable = false;
                }

                @Override
                public void err(byte[] bytes) {
                    usable = false;
                }

                @Override
                public void end() {
                    usable = false;
                }
            });
            shell.complete(Optional.of(started));
        } catch (SamException e) {
            // The container has ended already, or the engine cannot start anything in it.
            shell.complete(Optional.empty());
        }
    }

    synchronized void flush() {
        try {
            if (!output.ended().isDone() && !askForMark()) {
                output.awaitSilence(SILENCE, NO_SILENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean askForMark() throws InterruptedException {
        try {
            Optional<InsideProgram> program = shell.get(START.toMillis(), TimeUnit.MILLISECONDS);
            if (program.isEmpty() || !usable) {
                return false;
            }
            program.get().write(output.mark().getBytes(StandardCharsets.US_ASCII));
            asked++;
            Duration limit = asked == 1 ? START : CATCH_UP;
            usable = output.awaitMarks(asked, limit) && usable;
            return usable;
        } catch (TimeoutException | IOException e) {
            usable = false;
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        shell.thenAccept(program -> program.ifPresent(InsideProgram::close));
    }
}

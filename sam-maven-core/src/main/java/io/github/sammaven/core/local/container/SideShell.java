package io.github.sammaven.core.local.container;

import io.github.sammaven.core.problem.SamException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A small shell beside a function, in its container, for two questions that engines answer late or never.
 *
 * <p>Has all that was printed arrived? An engine passes output on in its own time. The shell writes a mark into the
 * function's own output: what comes before the mark was printed before. An image without a shell is given a moment of
 * silence instead.
 *
 * <p>How much memory was used at most? An engine looks once a second and keeps no peak; the kernel does.
 */
final class SideShell implements AutoCloseable {

    /**
     * Opens the output of the container's first process once. Of control groups the second version comes first, then the
     * first one, in which what is called cache is called file in the other.
     */
    private static final String SCRIPT = """
            exec 3>/proc/1/fd/1 4>/proc/1/fd/2
            group=/sys/fs/cgroup
            while IFS= read -r line; do
                if [ "$line" = memory ]; then
                    peak=0
                    cache=0
                    for file in memory.peak memory.current memory/memory.max_usage_in_bytes; do
                        [ -r $group/$file ] && read -r peak < $group/$file && break
                    done
                    for file in memory.stat memory/memory.stat; do
                        [ -r $group/$file ] && while read -r name value; do
                            case $name in file|total_cache) cache=$value;; esac
                        done < $group/$file
                    done
                    echo "$peak $cache"
                else
                    echo "$line" >&3
                    echo "$line" >&4
                fi
            done
            """;

    private static final byte[] MEMORY = "memory\n".getBytes(StandardCharsets.US_ASCII);
    private static final Duration START = Duration.ofSeconds(2);
    private static final Duration CATCH_UP = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofMillis(25);
    private static final Duration NO_SILENCE = Duration.ofSeconds(2);

    private final ContainerOutput output;
    private final CompletableFuture<Optional<InsideProgram>> shell = new CompletableFuture<>();
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private volatile boolean usable = true;
    private int asked;

    private SideShell(ContainerOutput output) {
        this.output = output;
    }

    /** Starts it in the background. */
    static SideShell start(ContainerEngine engine, String container, ContainerOutput output) {
        SideShell side = new SideShell(output);
        Thread starter = new Thread(() -> side.start(engine, container), "sam-local-side-shell");
        starter.setDaemon(true);
        starter.start();
        return side;
    }

    private void start(ContainerEngine engine, String container) {
        try {
            shell.complete(Optional.of(engine.run(container, List.of("/bin/sh", "-c", SCRIPT), new Answers())));
        } catch (SamException e) {
            // The container has ended already, or the engine cannot start anything in it.
            shell.complete(Optional.empty());
        }
    }

    /** Takes its answers apart; anything on standard error says that it does not work here. */
    private final class Answers implements OutputReceiver {

        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        @Override
        public void out(byte[] bytes) {
            for (byte letter : bytes) {
                if (letter == '\n') {
                    answers.add(line.toString(StandardCharsets.US_ASCII));
                    line.reset();
                } else {
                    line.write(letter);
                }
            }
        }

        @Override
        public void err(byte[] bytes) {
            usable = false;
        }

        @Override
        public void end() {
            usable = false;
        }
    }

    /** Returns when all that was printed so far has arrived. */
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
        if (!ask(output.mark().getBytes(StandardCharsets.US_ASCII))) {
            return false;
        }
        asked++;
        usable = output.awaitMarks(asked, asked == 1 ? START : CATCH_UP) && usable;
        return usable;
    }

    /** Peak so far, bytes without the file cache; empty if there is no shell to tell. */
    synchronized OptionalLong peakMemory() {
        try {
            if (output.ended().isDone() || !ask(MEMORY)) {
                return OptionalLong.empty();
            }
            String answer = answers.poll(START.toMillis(), TimeUnit.MILLISECONDS);
            usable = usable && answer != null;
            return answer == null ? OptionalLong.empty() : read(answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalLong.empty();
        }
    }

    static OptionalLong read(String answer) {
        String[] figures = answer.split(" ");
        boolean numbers = figures.length == 2 && figures[0].matches("\\d{1,18}") && figures[1].matches("\\d{1,18}");
        if (!numbers || figures[0].equals("0")) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Math.max(0, Long.parseLong(figures[0]) - Long.parseLong(figures[1])));
    }

    private boolean ask(byte[] question) throws InterruptedException {
        try {
            Optional<InsideProgram> program = shell.get(START.toMillis(), TimeUnit.MILLISECONDS);
            if (program.isEmpty() || !usable) {
                return false;
            }
            program.get().write(question);
            return true;
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

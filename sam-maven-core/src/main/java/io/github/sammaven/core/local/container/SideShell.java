package io.github.sammaven.core.local.container;

import io.github.sammaven.core.problem.SamException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A small shell beside a program, in its container, for what engines do late or never.
 *
 * <p>Has all that was printed arrived? An engine passes output on in its own time. The shell writes a mark into the
 * function's own output: what comes before the mark was printed before. An image without a shell is given a moment of
 * silence instead.
 *
 * <p>How much memory was used at most, and was there too little? An engine looks once a second and keeps no peak; the
 * kernel does.
 *
 * <p>Signals for a program that is not the first of its container. An engine knows no way to send them.
 */
final class SideShell implements AutoCloseable {

    /**
     * Of control groups the second version comes first, then the first one, in which what is called cache is called file
     * in the other. The output of the program is opened for each mark only: its end is told when nobody has it open.
     */
    private static final String SCRIPT = """
            group=/sys/fs/cgroup
            while IFS= read -r line; do
                case $line in
                memory)
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
                    ;;
                kills)
                    kills=0
                    for file in memory.events memory/memory.oom_control; do
                        [ -r $group/$file ] && while read -r name value; do
                            case $name in oom_kill) kills=$value;; esac
                        done < $group/$file
                    done
                    echo "$kills"
                    ;;
                TERM)
                    kill -TERM $1 2> /dev/null
                    ;;
                KILL)
                    kill -KILL -$1 2> /dev/null
                    ;;
                *)
                    echo "$line" > /proc/$1/fd/1
                    echo "$line" > /proc/$1/fd/2
                    ;;
                esac
            done
            """;

    private static final String FIRST_PROCESS = "1";
    private static final String MEMORY = "memory";
    private static final String KILLS = "kills";
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

    /** Starts one beside the first process of a container, in the background. */
    static SideShell start(ContainerEngine engine, String container, ContainerOutput output) {
        return start(engine, container, FIRST_PROCESS, output);
    }

    /** Starts one beside the process of that number, in the background. */
    static SideShell start(ContainerEngine engine, String container, String process, ContainerOutput output) {
        SideShell side = new SideShell(output);
        Thread starter = new Thread(() -> side.start(engine, container, process), "sam-local-side-shell");
        starter.setDaemon(true);
        starter.start();
        return side;
    }

    private void start(ContainerEngine engine, String container, String process) {
        try {
            InsideCommand command = new InsideCommand(List.of("/bin/sh", "-c", SCRIPT, "sh", process), Map.of(), true);
            shell.complete(Optional.of(engine.run(container, command, new Answers())));
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
        if (!tell(output.mark())) {
            return false;
        }
        asked++;
        usable = output.awaitMarks(asked, asked == 1 ? START : CATCH_UP) && usable;
        return usable;
    }

    /** Peak so far, bytes without the file cache; empty if there is no shell to tell. */
    synchronized OptionalLong peakMemory() {
        return ask(MEMORY).map(SideShell::read).orElse(OptionalLong.empty());
    }

    /** Whether a process of the container was killed for want of memory. */
    synchronized boolean ranOutOfMemory() {
        return ask(KILLS).filter(kills -> !kills.equals("0")).isPresent();
    }

    /**
     * Sends a signal to the program, {@code KILL} also to those it started.
     *
     * @return whether there is a shell to do so
     */
    boolean signal(String name) {
        try {
            return tell(name + "\n");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Optional<String> ask(String question) {
        try {
            if (output.ended().isDone() || !tell(question + "\n")) {
                return Optional.empty();
            }
            Optional<String> answer = Optional.ofNullable(answers.poll(START.toMillis(), TimeUnit.MILLISECONDS));
            usable = usable && answer.isPresent();
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
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

    private boolean tell(String line) throws InterruptedException {
        try {
            Optional<InsideProgram> program = shell.get(START.toMillis(), TimeUnit.MILLISECONDS);
            if (program.isEmpty() || !usable) {
                return false;
            }
            program.get().write(line.getBytes(StandardCharsets.US_ASCII));
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

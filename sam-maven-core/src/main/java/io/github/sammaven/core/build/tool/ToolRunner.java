package io.github.sammaven.core.build.tool;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Runs one program to its end, or ends it with everything it has started. */
final class ToolRunner {

    /** A process that outlives the tool may keep its output open; what the tool itself said is there by then. */
    private static final long LAST_WORDS_MS = 2_000;

    private final Duration timeout;

    ToolRunner(Duration timeout) {
        this.timeout = timeout;
    }

    /**
     * @param lines receives standard output and standard error line by line, on another thread
     * @return its exit code
     * @throws IOException if the program cannot be started
     * @throws TimeoutException if it was still running after the timeout; it no longer is
     * @throws InterruptedException if this thread is interrupted; the program is gone then
     */
    int run(ToolCommand command, Consumer<String> lines) throws IOException, TimeoutException, InterruptedException {
        Process process = start(command);
        try (ProcessTree tree = new ProcessTree(process)) {
            process.getOutputStream().close();
            Thread reader = new Thread(() -> read(process, lines), "output of " + command.program());
            reader.setDaemon(true);
            reader.start();
            boolean ended = process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                tree.kill();
            }
            reader.join(LAST_WORDS_MS);
            if (!ended) {
                throw new TimeoutException();
            }
            return process.exitValue();
        }
    }

    private static Process start(ToolCommand command) throws IOException {
        List<String> words = new ArrayList<>();
        words.add(command.program().toString());
        words.addAll(command.arguments());
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(command.directory().toFile())
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(command.variables());
        return builder.start();
    }

    private static void read(Process process, Consumer<String> lines) {
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.accept(line);
            }
        } catch (IOException outputClosed) {
            // The process was ended; its last words are those that came until then.
        }
    }
}

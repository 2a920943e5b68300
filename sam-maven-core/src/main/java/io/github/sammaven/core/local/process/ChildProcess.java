package io.github.sammaven.core.local.process;

import io.github.sammaven.core.local.invoke.EndOfRun;
import io.github.sammaven.core.local.runtime.RuntimeProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A runtime or an extension as a process of this machine, and its output. */
final class ChildProcess implements RuntimeProcess {

    private static final long KILL_SECONDS = 5;
    private static final long LAST_WORDS_MS = 1_000;

    private final Process process;
    private final ChildOutput output;
    private final Runnable forgetEnd;

    private ChildProcess(Process process, Runnable ended, ChildOutput output, EndOfRun end) {
        this.process = process;
        this.output = output;
        this.forgetEnd = end.add(this::killTree);
        process.onExit().thenRun(ended);
    }

    /**
     * Starts a program.
     *
     * @param ended to be told when it has ended
     * @param output closed if there is no process
     * @param end of the run, which no process outlives
     * @throws IOException if there is no such program for this machine
     */
    static ChildProcess start(
            List<String> command,
            Path folder,
            Map<String, String> variables,
            Runnable ended,
            ChildOutput output,
            EndOfRun end)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.target());
        builder.environment().clear();
        builder.environment().putAll(variables);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            output.attach(process);
            return new ChildProcess(process, ended, output, end);
        } catch (IOException e) {
            output.close();
            throw e;
        }
    }

    @Override
    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public int exitValue() {
        return process.exitValue();
    }

    @Override
    public OptionalInt peakMemoryMb() {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToInt(line -> (Integer.parseInt(line.replaceAll("\\D", "")) + 1023) / 1024)
                    .findFirst();
        } catch (IOException | UncheckedIOException e) {
            return OptionalInt.empty();
        }
    }

    @Override
    public void letExit() throws InterruptedException {
        process.waitFor(LAST_WORDS_MS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void drain() {
        output.drain();
    }

    @Override
    public void terminate(Duration grace) {
        process.destroy();
        try {
            process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        kill();
    }

    @Override
    public void kill() {
        killTree();
        output.close();
        forgetEnd.run();
    }

    private void killTree() {
        List<ProcessHandle> tree = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        tree.forEach(ProcessHandle::destroyForcibly);
        try {
            process.waitFor(KILL_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

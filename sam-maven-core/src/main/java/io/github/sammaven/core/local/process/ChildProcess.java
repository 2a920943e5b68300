package io.github.sammaven.core.local.process;

import io.github.sammaven.core.local.invoke.LocalFunction;
import io.github.sammaven.core.local.runtime.RuntimeLink;
import io.github.sammaven.core.local.runtime.RuntimeProcess;
import io.github.sammaven.core.problem.SamException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One process of a runtime, and its output. */
final class ChildProcess implements RuntimeProcess {

    /** Without these, programs on Windows and temporary files do not work. */
    private static final List<String> INHERITED = List.of("PATH", "SystemRoot", "TEMP", "TMP", "TMPDIR");

    private static final long KILL_SECONDS = 5;
    private static final long LAST_WORDS_MS = 1_000;

    private final Process process;
    private final ChildOutput output;
    private final Thread shutdownHook;

    private ChildProcess(Process process, RuntimeLink link, ChildOutput output) {
        this.process = process;
        this.output = output;
        this.shutdownHook = new Thread(this::killTree, "sam-local-shutdown");
        Runtime.getRuntime().addShutdownHook(shutdownHook);
        process.onExit().thenRun(link::ended);
    }

    static ChildProcess start(
            LocalFunction function,
            Launch launch,
            Map<String, String> shell,
            String api,
            RuntimeLink link,
            ChildOutput output) {
        ProcessBuilder builder = new ProcessBuilder(launch.command())
                .directory(launch.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.target());
        Map<String, String> environment = builder.environment();
        environment.clear();
        for (String name : INHERITED) {
            if (shell.containsKey(name)) {
                environment.put(name, shell.get(name));
            }
        }
        environment.put("LANG", "C.UTF-8");
        environment.put("TZ", ":UTC");
        environment.putAll(function.environment());
        launch.environment().forEach((name, value) -> {
            String own = function.environment().getOrDefault(name, "");
            boolean joined = name.equals("NODE_PATH") && !own.isEmpty();
            environment.put(name, joined ? own + File.pathSeparator + value : value);
        });
        environment.put("_HANDLER", launch.handler());
        environment.put("AWS_LAMBDA_RUNTIME_API", api);
        environment.put("LAMBDA_TASK_ROOT", launch.folder().toString());
        environment.put("LAMBDA_RUNTIME_DIR", launch.folder().toString());
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            output.attach(process);
            return new ChildProcess(process, link, output);
        } catch (IOException e) {
            output.close();
            throw new SamException(
                    function.name() + ": " + launch.command().get(0) + " cannot be started: " + e.getMessage(),
                    "Check that it is made for this machine",
                    e);
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
    public void kill() {
        killTree();
        output.close();
        try {
            Runtime.getRuntime().removeShutdownHook(shutdownHook);
        } catch (IllegalStateException e) {
            // The JVM is going down: the hook is running, and does the same.
            return;
        }
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

package io.github.sammaven.core.local.process;

import io.github.sammaven.core.local.invoke.FunctionLog;
import io.github.sammaven.core.local.invoke.LocalFunction;
import io.github.sammaven.core.local.runtime.RuntimeApiServer;
import java.io.File;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One runtime's process with the Runtime API it talks to and the pipe for what it writes. */
final class RuntimeProcess implements AutoCloseable {

    private final RuntimeApiServer api;
    private final LogPipe log;
    private final Process process;
    private final Thread killAtExit;
    private final long startedNanos;

    private RuntimeProcess(RuntimeApiServer api, LogPipe log, Process process, long startedNanos) {
        this.api = api;
        this.log = log;
        this.process = process;
        this.startedNanos = startedNanos;
        this.killAtExit = new Thread(this::killTree, "sam-function-kill");
        Runtime.getRuntime().addShutdownHook(killAtExit);
    }

    /** @param requestId tells which request to name when the process ends */
    static RuntimeProcess start(
            LocalFunction function,
            LaunchPlan plan,
            Scratch scratch,
            Map<String, String> host,
            FunctionLog functionLog,
            Supplier<String> requestId)
            throws IOException, InterruptedException {
        RuntimeApiServer api = new RuntimeApiServer(function.arn());
        LogPipe log = null;
        try {
            log = LogPipe.open(scratch, new LogLines(functionLog));
            ProcessBuilder builder = new ProcessBuilder(plan.command())
                    .directory(plan.workingDirectory().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.target());
            environment(builder.environment(), function, plan, host, api.address());
            long started = System.nanoTime();
            Process process = builder.start();
            process.getOutputStream().close();
            log.attach(process);
            process.onExit()
                    .thenAccept(ended -> api.runtimeEnded(ProcessExit.error(ended.exitValue(), requestId.get())));
            return new RuntimeProcess(api, log, process, started);
        } catch (IOException | InterruptedException failed) {
            closeAll(log, api);
            throw failed;
        }
    }

    private static void environment(
            Map<String, String> variables,
            LocalFunction function,
            LaunchPlan plan,
            Map<String, String> host,
            String address) {
        variables.clear();
        variables.putAll(host);
        variables.putAll(plan.environment());
        variables.putAll(function.environment());
        plan.environment().forEach((name, value) -> variables.merge(name, value, RuntimeProcess::joined));
        variables.put("AWS_LAMBDA_RUNTIME_API", address);
        variables.put("LAMBDA_TASK_ROOT", plan.workingDirectory().toString());
        variables.put("LAMBDA_RUNTIME_DIR", plan.workingDirectory().toString());
    }

    /** A search path the function sets itself comes before the one of its layers. */
    private static String joined(String own, String planned) {
        if (planned.isEmpty() || own.equals(planned)) {
            return own;
        }
        return own.isEmpty() ? planned : own + File.pathSeparator + planned;
    }

    RuntimeApiServer api() {
        return api;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** {@link System#nanoTime()} just before the process was started. */
    long startedNanos() {
        return startedNanos;
    }

    Optional<Integer> peakMemoryMb() {
        return PeakMemory.ofTree(process.toHandle());
    }

    /** Returns when everything the process has written is in the log. */
    void flushLog() throws InterruptedException {
        log.flush();
    }

    /** Ends the process and all it has started, and returns when they are gone. */
    void kill() throws InterruptedException {
        killTree();
        process.waitFor();
    }

    private void killTree() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    @Override
    public void close() {
        killTree();
        process.onExit().join();
        closeAll(log, api);
        try {
            Runtime.getRuntime().removeShutdownHook(killAtExit);
        } catch (IllegalStateException shuttingDown) {
            // The hook is running or has run.
            killTree();
        }
    }

    private static void closeAll(@Nullable LogPipe log, RuntimeApiServer api) {
        if (log != null) {
            log.close();
        }
        api.close();
    }
}

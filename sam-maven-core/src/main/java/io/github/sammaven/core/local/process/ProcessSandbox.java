package io.github.sammaven.core.local.process;

import io.github.sammaven.core.local.invoke.EndOfRun;
import io.github.sammaven.core.local.invoke.LocalFunction;
import io.github.sammaven.core.local.runtime.LaunchException;
import io.github.sammaven.core.local.runtime.LogLines;
import io.github.sammaven.core.local.runtime.RuntimeLink;
import io.github.sammaven.core.local.runtime.RuntimeProcess;
import io.github.sammaven.core.local.runtime.Sandbox;
import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs a function's runtime as a child process, and its external extensions beside it. */
final class ProcessSandbox implements Sandbox {

    private final LocalFunction function;
    private final Launch launch;
    private final Workspace workspace;
    private final ProcessEnvironment environment;
    private final LayerExtensions extensions;
    private final EndOfRun end;
    private final Runnable atEnd;

    /**
     * @param end of the run, which no process outlives
     * @param atEnd what is to be done once the sandbox is gone
     */
    ProcessSandbox(
            LocalFunction function,
            Launch launch,
            Workspace workspace,
            Map<String, String> shell,
            EndOfRun end,
            Runnable atEnd) {
        this.function = function;
        this.launch = launch;
        this.workspace = workspace;
        this.environment = new ProcessEnvironment(function, shell);
        this.extensions = LayerExtensions.of(function.code());
        this.end = end;
        this.atEnd = atEnd;
    }

    @Override
    public RuntimeProcess start(String api, RuntimeLink link, LogLines lines) {
        if (!Files.isDirectory(launch.folder())) {
            throw new LaunchException(
                    "Runtime.InvalidWorkingDir",
                    function.name() + ": the folder " + launch.folder() + " is gone",
                    "Build the project again",
                    new NoSuchFileException(launch.folder().toString()));
        }
        ChildOutput output = output(lines, "sam-local-" + function.name());
        try {
            RuntimeProcess process = ChildProcess.start(
                    launch.command(), launch.folder(), environment.ofRuntime(launch, api), link::ended, output, end);
            link.initialised().thenAccept(state -> {
                if (state == RuntimeLink.State.READY) {
                    onTheSide(launch.afterInit());
                }
            });
            return process;
        } catch (IOException e) {
            throw new LaunchException(
                    "Runtime.InvalidEntrypoint",
                    function.name() + ": " + launch.command().get(0) + " cannot be started: " + e.getMessage(),
                    "Check that it is made for this machine",
                    e);
        }
    }

    @Override
    public List<String> extensions() {
        return extensions.names();
    }

    @Override
    public RuntimeProcess startExtension(String name, String api, Runnable ended, LogLines lines) {
        Path program = extensions.file(name);
        ChildOutput output = output(lines, "sam-local-" + function.name() + "-" + name);
        try {
            return ChildProcess.start(
                    List.of(program.toString()), launch.folder(), environment.ofExtension(api), ended, output, end);
        } catch (IOException e) {
            throw new SamException(
                    "the extension " + program + " cannot be started: " + e.getMessage(),
                    "Check that it is executable and made for this machine",
                    e);
        }
    }

    private ChildOutput output(LogLines lines, String thread) {
        try {
            return ChildOutput.open(workspace, lines, thread);
        } catch (IOException e) {
            throw new SamException(
                    function.name() + ": its output cannot be read: " + e.getMessage(),
                    "Check the temporary folder and the limit on open files",
                    e);
        }
    }

    @Override
    public void close() {
        workspace.close();
        atEnd.run();
    }

    private static void onTheSide(Runnable work) {
        Thread thread = new Thread(work, "sam-local-after-init");
        thread.setDaemon(true);
        thread.start();
    }
}

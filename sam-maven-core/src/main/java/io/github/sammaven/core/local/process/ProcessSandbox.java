package io.github.sammaven.core.local.process;

import io.github.sammaven.core.local.invoke.LocalFunction;
import io.github.sammaven.core.local.runtime.LogLines;
import io.github.sammaven.core.local.runtime.RuntimeLink;
import io.github.sammaven.core.local.runtime.RuntimeProcess;
import io.github.sammaven.core.local.runtime.Sandbox;
import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import java.util.Map;

/** Runs a function's runtime as a child process. */
final class ProcessSandbox implements Sandbox {

    private final LocalFunction function;
    private final Launch launch;
    private final Workspace workspace;
    private final Map<String, String> shell;
    private final Runnable atEnd;

    /** @param atEnd what is to be done once the sandbox is gone */
    ProcessSandbox(
            LocalFunction function, Launch launch, Workspace workspace, Map<String, String> shell, Runnable atEnd) {
        this.function = function;
        this.launch = launch;
        this.workspace = workspace;
        this.shell = shell;
        this.atEnd = atEnd;
    }

    @Override
    public RuntimeProcess start(String api, RuntimeLink link, LogLines lines) {
        try {
            ChildOutput output = ChildOutput.open(workspace, lines, "sam-local-" + function.name());
            RuntimeProcess process = ChildProcess.start(function, launch, shell, api, link, output);
            link.initialised().thenAccept(state -> {
                if (state == RuntimeLink.State.READY) {
                    onTheSide(launch.afterInit());
                }
            });
            return process;
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

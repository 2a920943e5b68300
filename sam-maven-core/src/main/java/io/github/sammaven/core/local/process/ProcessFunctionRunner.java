package io.github.sammaven.core.local.process;

import io.github.sammaven.core.local.invoke.FunctionEnvironment;
import io.github.sammaven.core.local.invoke.FunctionLog;
import io.github.sammaven.core.local.invoke.FunctionPackage.Zip;
import io.github.sammaven.core.local.invoke.FunctionRunner;
import io.github.sammaven.core.local.invoke.LocalFunction;
import io.github.sammaven.core.local.runtime.RuntimeEnvironment;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.report.EventSink;
import java.util.Map;

/** Runs functions as child processes: Java, Python, Node.js and custom runtimes. */
public final class ProcessFunctionRunner implements FunctionRunner {

    private final Launcher java;
    private final Launcher python;
    private final Launcher node;
    private final Launcher provided = new ProvidedLauncher();
    private final Map<String, String> shell;

    /**
     * Runs with these tools.
     *
     * @param jars class path of Java's child JVMs
     * @param javaClient what talks to the Runtime API there
     * @param shell our own environment: of it the children get {@code PATH} and what their system cannot do without
     * @param events receives warnings about versions
     */
    public ProcessFunctionRunner(
            JavaRuntimeJars jars, JavaClient javaClient, Map<String, String> shell, EventSink events) {
        this.shell = Map.copyOf(shell);
        Interpreters interpreters = new Interpreters(shell.getOrDefault("PATH", ""), events);
        this.java = new JavaLauncher(jars, javaClient);
        this.python = new PythonLauncher(interpreters);
        this.node = new NodeLauncher(interpreters);
    }

    @Override
    public FunctionEnvironment start(LocalFunction function, FunctionLog log) {
        if (!(function.code() instanceof Zip zip)) {
            throw refused(function, "container images");
        }
        Launcher launcher = launcherOf(function, zip.runtime());
        Workspace workspace = Workspace.open(function.name(), zip.code());
        Launch launch;
        try {
            launch = launcher.launch(function, zip, workspace);
        } catch (RuntimeException e) {
            workspace.close();
            throw e;
        }
        return RuntimeEnvironment.start(function, new ProcessSandbox(function, launch, workspace, shell), log);
    }

    private Launcher launcherOf(LocalFunction function, String runtime) {
        if (runtime.startsWith("java")) {
            return java;
        }
        if (runtime.startsWith("python3.")) {
            return python;
        }
        if (runtime.startsWith("nodejs")) {
            return node;
        }
        if (runtime.startsWith("provided")) {
            return provided;
        }
        throw refused(function, "runtime " + runtime);
    }

    private static InvalidOptionException refused(LocalFunction function, String what) {
        return new InvalidOptionException(
                function.name() + ": the process runner does not run " + what,
                "It runs Java, Python, Node.js and provided runtimes");
    }
}

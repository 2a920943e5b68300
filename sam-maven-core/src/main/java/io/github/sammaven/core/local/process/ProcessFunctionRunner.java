package io.github.sammaven.core.local.process;

import io.github.sammaven.core.local.invoke.ExecutionEnvironment;
import io.github.sammaven.core.local.invoke.FunctionLog;
import io.github.sammaven.core.local.invoke.FunctionRunner;
import io.github.sammaven.core.local.invoke.LocalFunction;
import io.github.sammaven.core.problem.InvalidOptionException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs Java, Python, Node.js and custom runtimes as child processes of this one. */
public final class ProcessFunctionRunner implements FunctionRunner {

    /** What a process needs of the machine; everything else of the user's shell stays out of the function. */
    private static final List<String> HOST_VARIABLES =
            List.of("PATH", "HOME", "TMPDIR", "SystemRoot", "TEMP", "LD_LIBRARY_PATH");

    private final List<RuntimeLauncher> launchers;
    private final Map<String, String> host = new LinkedHashMap<>();
    private final FunctionLog log;

    /**
     * @param jars for Java functions
     * @param client which program runs Java handlers
     * @param shell variables of the user's shell, for the search path and the like
     * @param log receives what functions write
     */
    public ProcessFunctionRunner(JavaRuntimeJars jars, JavaClient client, Map<String, String> shell, FunctionLog log) {
        this.log = log;
        Programs programs = new Programs(shell.getOrDefault("PATH", ""));
        this.launchers = List.of(
                new JavaLauncher(jars, client),
                new PythonLauncher(programs),
                new NodeLauncher(programs),
                new CustomRuntimeLauncher());
        HOST_VARIABLES.stream().filter(shell::containsKey).forEach(name -> host.put(name, shell.get(name)));
    }

    @Override
    public ExecutionEnvironment prepare(LocalFunction function) {
        RuntimeLauncher launcher = launchers.stream()
                .filter(candidate -> candidate.runs(function.runtime()))
                .findFirst()
                .orElseThrow(() -> new InvalidOptionException(
                        function.logicalId() + ": the runtime '" + function.runtime()
                                + "' cannot be run as a process on this machine",
                        "functions of java, python3, nodejs and provided runtimes can"));
        return new ProcessEnvironment(function, launcher, host, log);
    }
}

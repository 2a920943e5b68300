package io.github.sammaven.core.local.process;

import io.github.sammaven.core.local.debug.DebugPorts;
import io.github.sammaven.core.local.debug.DebugSession;
import io.github.sammaven.core.local.invoke.EndOfRun;
import io.github.sammaven.core.local.invoke.FunctionEnvironment;
import io.github.sammaven.core.local.invoke.FunctionLog;
import io.github.sammaven.core.local.invoke.FunctionPackage.Zip;
import io.github.sammaven.core.local.invoke.FunctionRunner;
import io.github.sammaven.core.local.invoke.LocalFunction;
import io.github.sammaven.core.local.runtime.RuntimeApiServer;
import io.github.sammaven.core.local.runtime.RuntimeEnvironment;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.Note;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs functions as child processes: Java, Python, Node.js, Ruby and custom runtimes. */
public final class ProcessFunctionRunner implements FunctionRunner {

    private final Launcher java;
    private final Launcher python;
    private final Launcher node;
    private final Launcher ruby;
    private final Launcher provided = new ProvidedLauncher();
    private final DebugPorts debugPorts;
    private final Map<String, String> shell;
    private final EventSink events;
    private final EndOfRun end;

    /**
     * Runs with these tools, without a cache.
     *
     * @param events receives warnings about versions
     */
    public ProcessFunctionRunner(
            JavaRuntimeJars jars, JavaClient javaClient, Map<String, String> shell, EventSink events) {
        this(ProcessSettings.of(jars, javaClient, shell), events);
    }

    /** @param events receives warnings about versions, and where to attach a debugger */
    public ProcessFunctionRunner(ProcessSettings settings, EventSink events) {
        this(settings, events, EndOfRun.AT_ONCE);
    }

    /**
     * @param events receives warnings about versions, and where to attach a debugger
     * @param end of the run, which no process outlives
     */
    public ProcessFunctionRunner(ProcessSettings settings, EventSink events, EndOfRun end) {
        this.end = end;
        this.shell = settings.shell();
        this.events = events;
        this.debugPorts = new DebugPorts(settings.debugging());
        Interpreters interpreters = new Interpreters(shell.getOrDefault("PATH", ""), events);
        this.java = new JavaLauncher(
                settings.jars(),
                settings.javaClient(),
                new JavaInstallations(settings.javaHomes(), shell, JavaInstallations.usualFolders(shell), events),
                new SharedClasses(settings.cache()),
                events);
        this.python = new PythonLauncher(interpreters);
        this.node = new NodeLauncher(interpreters);
        this.ruby = new RubyLauncher(interpreters);
    }

    /** Loads, on the side, what the first start needs and takes long to load. */
    public void preload() {
        Thread thread = new Thread(ProcessFunctionRunner::loadServer, "sam-local-preload");
        thread.setDaemon(true);
        // The first start runs into the same and tells it; a build that has failed meanwhile has taken the classes
        // away.
        thread.setUncaughtExceptionHandler((failed, cause) -> {});
        thread.start();
    }

    private static void loadServer() {
        RuntimeApiServer.start("arn:aws:lambda:us-east-1:123456789012:function:none")
                .close();
    }

    @Override
    public FunctionEnvironment start(LocalFunction function, FunctionLog log) {
        if (!(function.code() instanceof Zip zip)) {
            throw refused(function, "container images");
        }
        Launcher launcher = launcherOf(function, zip.runtime());
        Optional<DebugSession> session = debugPorts.takeOne(function.name());
        try {
            return start(function, zip, launcher, session, log);
        } catch (RuntimeException e) {
            session.ifPresent(DebugSession::close);
            throw e;
        }
    }

    private FunctionEnvironment start(
            LocalFunction function, Zip zip, Launcher launcher, Optional<DebugSession> session, FunctionLog log) {
        Optional<DebuggedInterpreter> debugged = session.map(DebuggedInterpreter::new);
        List<String> options = debugged.map(open -> open.options(function)).orElse(List.of());
        Workspace workspace = Workspace.open(function.name(), zip.code());
        Launch launch;
        try {
            launch = launcher.launch(function, zip, workspace, options);
        } catch (RuntimeException e) {
            workspace.close();
            throw e;
        }
        debugged.ifPresent(
                open -> events.accept(new Note(function.name() + ": attach the debugger to " + open.address())));
        LocalFunction started = session.isPresent() ? function.unhurried() : function;
        ProcessSandbox sandbox = new ProcessSandbox(
                started, launch, workspace, shell, end, () -> session.ifPresent(DebugSession::close));
        return RuntimeEnvironment.start(started, sandbox, log);
    }

    /** Whether this is the name of a runtime that runs here; the program it needs may still be missing. */
    public static boolean runs(String runtime) {
        return Stream.of("java", "python3.", "nodejs", "ruby", "provided").anyMatch(runtime::startsWith);
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
        if (runtime.startsWith("ruby")) {
            return ruby;
        }
        if (runtime.startsWith("provided")) {
            return provided;
        }
        throw refused(function, "runtime " + runtime);
    }

    private static InvalidOptionException refused(LocalFunction function, String what) {
        return new InvalidOptionException(
                function.name() + ": the process runner does not run " + what,
                "It runs Java, Python, Node.js, Ruby and provided runtimes");
    }
}

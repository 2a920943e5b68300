package io.github.sammaven.plugin.goal;

import io.github.sammaven.core.build.ArtifactIndex;
import io.github.sammaven.core.build.BuiltArtifact;
import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.core.local.invoke.EndOfRun;
import io.github.sammaven.core.local.invoke.EventSize;
import io.github.sammaven.core.local.invoke.FunctionEnvironment;
import io.github.sammaven.core.local.invoke.FunctionFailure;
import io.github.sammaven.core.local.invoke.FunctionRunner;
import io.github.sammaven.core.local.invoke.InvocationOutcome;
import io.github.sammaven.core.local.invoke.InvocationResult;
import io.github.sammaven.core.local.invoke.InvocationSuite;
import io.github.sammaven.core.local.invoke.JUnitReport;
import io.github.sammaven.core.local.invoke.Latencies;
import io.github.sammaven.core.local.invoke.LocalFunction;
import io.github.sammaven.core.local.invoke.LocalFunctions;
import io.github.sammaven.core.local.invoke.PlannedInvocation;
import io.github.sammaven.core.local.runner.ChosenFunctionRunner;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.Warning;
import io.github.sammaven.core.stack.StackTree;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import io.github.sammaven.plugin.config.EventOption;
import io.github.sammaven.plugin.config.Invocation;
import io.github.sammaven.plugin.console.ConsoleSink;
import io.github.sammaven.plugin.console.FunctionConsole;
import io.github.sammaven.plugin.console.ProblemLines;
import io.github.sammaven.plugin.console.Units;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/**
 * Runs functions from what {@code package} made, in containers or as child processes. Bound to a phase it makes the
 * {@code <invocations>} and fails the build on a wrong answer; from the command line it runs one function with one event.
 * The result goes to standard output, the function's log to standard error.
 *
 * @since 1.0
 */
@Mojo(name = "local-invoke", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class LocalInvokeMojo extends AbstractFunctionMojo {

    /**
     * The function to run from the command line: logical id, name, ARN, or {@code Child/Function} for a function of the
     * nested stack {@code Child}. Default: the only function.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.functionId")
    private @Nullable String functionId;

    /**
     * The event for a run from the command line: JSON text, the path of a file with it, or {@code -} for the standard
     * input. Default: {@code {}}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.event")
    private @Nullable String event;

    /**
     * A file with the event for a run from the command line, relative to the module. Default: none.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.eventFile")
    private @Nullable File eventFile;

    /**
     * The runtime to run on instead of the function's own, {@code python3.13}. Default: that of the template.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.runtime")
    private @Nullable String runtime;

    /**
     * Who a run from the command line is for; needed by, and only by, a function with {@code TenancyConfig}. Default:
     * nobody in particular.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.tenantId")
    private @Nullable String tenantId;

    /**
     * How often the function is run from the command line. Beyond once, the log is shown for the first run only, and the
     * times of the warm runs are summed up. Default: 1.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.repeat")
    private @Nullable Integer repeat;

    /**
     * Whether a failing function fails the build. Default: {@code false} from the command line, {@code true} for
     * {@code <invocations>} that expect nothing else.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.failOnFunctionError")
    private @Nullable Boolean failOnFunctionError;

    /**
     * The calls to make when the goal is bound to a phase:
     *
     * <pre>{@code
     * <invocations>
     *   <invocation>
     *     <function>HelloFunction</function>
     *     <tenantId>blue</tenantId>            only for functions with TenancyConfig
     *     <event>{"name": "Ada"}</event>       or <eventFile>events/hello.json</eventFile>
     *     <expectedStatus>200</expectedStatus>
     *     <expectedHeaders><Content-Type>application/json</Content-Type></expectedHeaders>
     *     <expected>{"greeting": "Hello Ada"}</expected>     members that must be there; others are free
     *     <maxDuration>500ms</maxDuration>
     *     <maxMemoryMb>128</maxMemoryMb>
     *   </invocation>
     *   <invocation>
     *     <event>{}</event>
     *     <expectedError>part of the error's type</expectedError>
     *     <expectedErrorMessage>part of its message</expectedErrorMessage>
     *   </invocation>
     * </invocations>
     * }</pre>
     *
     * All of them are made; then every difference is told.
     *
     * @since 1.0
     */
    @Parameter
    private @Nullable List<Invocation> invocations;

    /**
     * A file that gets the log and the results too, and loses what it held. Default: none.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.logFile")
    private @Nullable File logFile;

    /**
     * The folder that gets {@code TEST-sam.local-invoke.xml}, a JUnit report with a test case for each of the
     * {@code <invocations>}. Default: {@code target/sam/reports}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.reportsDirectory")
    private @Nullable File reportsDirectory;

    /** Made by Maven. */
    @Inject
    public LocalInvokeMojo(SettingsDecrypter settingsDecrypter) {
        super("local_invoke", settingsDecrypter);
    }

    @Override
    void run() throws MojoFailureException {
        EventSink events = new ConsoleSink(getLog());
        try (FunctionConsole console = console();
                ChosenFunctionRunner runner = runner(events, EndOfRun.AT_ONCE)) {
            runner.preload();
            if (execution.getSource() == MojoExecution.Source.LIFECYCLE) {
                runPlanned(runner, console, events);
            } else {
                runOne(runner, console, events);
            }
        }
    }

    private FunctionConsole console() {
        FunctionConsole console = FunctionConsole.ofProcess();
        return options()
                .path("logFile", logFile == null ? null : logFile.toPath())
                .map(console::withFile)
                .orElse(console);
    }

    private void runPlanned(FunctionRunner runner, FunctionConsole console, EventSink events)
            throws MojoFailureException {
        List<Invocation> planned = invocations == null ? List.of() : invocations;
        if (planned.isEmpty()) {
            getLog().info("No <invocations> to make");
            return;
        }
        List<PlannedInvocation> calls = calls(planned, functions(events));
        List<InvocationOutcome> outcomes = new InvocationSuite(runner, console, (call, result) -> {
                    console.result(result.payloadText());
                    warnOfSize(call.event(), result, events);
                })
                .run(calls);
        Path report = JUnitReport.write(
                options()
                        .path("reportsDirectory", reportsDirectory == null ? null : reportsDirectory.toPath())
                        .orElseGet(samFolder()::reports),
                outcomes);
        getLog().debug("Report " + report);
        List<Problem> problems = InvocationSuite.problems(outcomes);
        if (!problems.isEmpty()) {
            new ProblemLines(getLog()).all(problems);
            throw new MojoFailureException(
                    ProblemLines.count(problems) + " in " + Units.count(calls.size(), "invocation"));
        }
        getLog().info(Units.count(calls.size(), "invocation") + " as expected");
    }

    /** What is wrong with any of them is said before the first is made. */
    private List<PlannedInvocation> calls(List<Invocation> planned, LocalFunctions functions) {
        boolean mayFail = !options().flag("failOnFunctionError", failOnFunctionError, true);
        EventOption reader = new EventOption(basedir(), System.in);
        List<PlannedInvocation> calls = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < planned.size(); i++) {
            Invocation invocation = planned.get(i);
            try {
                LocalFunction function =
                        functions.find(invocation.function(), options().text("runtime", runtime));
                calls.add(new PlannedInvocation(
                        invocation.name(i + 1),
                        function,
                        invocation.event(reader),
                        functions.tenant(function, invocation.tenantId()),
                        invocation.outcome(mayFail)));
            } catch (InvalidOptionException wrong) {
                String place = "invocation " + (i + 1) + ": ";
                wrong.problems()
                        .forEach(found ->
                                problems.add(Problem.error(found.mark(), place + found.message(), found.suggestion())));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidOptionException(problems);
        }
        return calls;
    }

    private void runOne(FunctionRunner runner, FunctionConsole console, EventSink events) throws MojoFailureException {
        LocalFunctions functions = functions(events);
        LocalFunction function = functions.find(
                options().text("functionId", functionId), options().text("runtime", runtime));
        Optional<String> tenant = functions.tenant(function, options().text("tenantId", tenantId));
        byte[] given = new EventOption(basedir(), System.in)
                .read(
                        options().text("event", event).orElse(null),
                        options()
                                .path("eventFile", eventFile == null ? null : eventFile.toPath())
                                .map(Path::toFile)
                                .orElse(null));
        int times = options().number("repeat", repeat, 1);
        try (FunctionEnvironment environment = runner.start(function, console)) {
            InvocationResult result = environment.invoke(call(given, tenant));
            if (times > 1) {
                console.quiet();
                getLog().info(Latencies.measure(environment, () -> call(given, tenant), times - 1)
                        .line());
            }
            console.result(result.payloadText());
            warnOfSize(given, result, events);
            if (result.functionError().isPresent()) {
                failed(FunctionFailure.reason(function, result));
            }
        }
    }

    private static io.github.sammaven.core.local.invoke.Invocation call(byte[] event, Optional<String> tenant) {
        return io.github.sammaven.core.local.invoke.Invocation.of(event, tenant);
    }

    private void failed(String reason) throws MojoFailureException {
        if (options().flag("failOnFunctionError", failOnFunctionError, false)) {
            throw new MojoFailureException(reason);
        }
        getLog().warn(reason);
    }

    private static void warnOfSize(byte[] event, InvocationResult result, EventSink events) {
        EventSize.nearLimit(event).map(Warning::new).ifPresent(events::accept);
        EventSize.nearLimit(result).map(Warning::new).ifPresent(events::accept);
    }

    /** With the layers that the build has made from third-party jars, if it has. */
    private Template builtTemplate() {
        Template template = template();
        Path layered = samFolder().layeredTemplate();
        return Files.exists(layered)
                ? template.withRoot(
                        new TemplateReader().read(layered, layered.toString()).root())
                : template;
    }

    private LocalFunctions functions(EventSink events) {
        Map<String, Path> artifacts = new ArtifactIndex(samFolder().artifactIndex())
                .read().orElse(List.of()).stream().collect(Collectors.toMap(BuiltArtifact::id, BuiltArtifact::path));
        StackTree stacks = unrolled(stacks(builtTemplate()));
        stacks.problems()
                .forEach(problem -> events.accept(
                        new Warning(Problem.warning(problem.mark(), problem.message(), problem.suggestion()))));
        tellRemote(stacks, events);
        return functions(FunctionCatalog.of(stacks), artifacts, givenVariables(), events);
    }
}

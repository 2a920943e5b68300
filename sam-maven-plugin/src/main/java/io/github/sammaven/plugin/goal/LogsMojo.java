package io.github.sammaven.plugin.goal;

import io.github.sammaven.core.operate.logs.LogRequest;
import io.github.sammaven.core.operate.logs.LogSource;
import io.github.sammaven.core.operate.time.TimeWords;
import io.github.sammaven.core.operate.trace.TraceReader;
import io.github.sammaven.core.operate.trace.TraceRequest;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.plugin.console.LogConsole;
import io.github.sammaven.plugin.console.LogText;
import io.github.sammaven.plugin.console.ProblemLines;
import io.github.sammaven.plugin.console.TraceConsole;
import io.github.sammaven.plugin.wiring.Services;
import io.github.sammaven.plugin.wiring.StackLogs;
import io.github.sammaven.plugin.wiring.StackTraces;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/**
 * Shows the logs of a deployed stack: of all its functions, APIs and state machines or of some of them, merged by time.
 * Logs go to standard output alone; figures of the functions follow at the end.
 *
 * @since 1.0
 */
@Mojo(name = "logs", requiresProject = false, threadSafe = true)
public final class LogsMojo extends AbstractSamMojo {

    /**
     * The stack whose logs are wanted. A stack or a log group is needed.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.stackName")
    private @Nullable String stackName;

    /**
     * Resources of the stack: functions, APIs, state machines, log groups or nested stacks; {@code Child/Orders} for one in
     * the nested stack {@code Child}. Default: all functions, APIs and state machines.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.logs.names")
    private @Nullable List<String> names;

    /**
     * Names or ARNs of further log groups. Default: none.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.cwLogGroup")
    private @Nullable List<String> cwLogGroup;

    /**
     * Only events that match this CloudWatch filter pattern, {@code ERROR} or {@code { $.level = "ERROR" }}. Default: all.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.filter")
    private @Nullable String filter;

    /**
     * The first time: {@code 10m ago}, {@code yesterday 14:00}, {@code last monday}, {@code 2026-11-21T14:00:00Z}, also
     * milliseconds since 1970. Times without a zone are local. Default: {@code 10m ago}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.startTime")
    private @Nullable String startTime;

    /**
     * The last time, written as the first. Does not count with {@code tail}. Default: now.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.endTime")
    private @Nullable String endTime;

    /**
     * Whether to go on with what comes, until Ctrl-C. Default: {@code false}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.tail")
    private @Nullable Boolean tail;

    /**
     * {@code text}, or {@code json} for one raw event per line. Default: {@code text}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.output")
    private @Nullable String output;

    /**
     * Whether the lines of a request are shown together, with its duration and memory, once it has ended. Default:
     * {@code false}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.groupByRequest")
    private @Nullable Boolean groupByRequest;

    /**
     * Whether the X-Ray traces of the stack are shown too, after the logs, or between them as they come with
     * {@code tail}. Default: {@code false}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.includeTraces")
    private @Nullable Boolean includeTraces;

    /** Made by Maven. */
    @Inject
    public LogsMojo(SettingsDecrypter settingsDecrypter) {
        super("logs", settingsDecrypter);
    }

    @Override
    void run() {
        PrintStream out = LogConsole.standardOutput();
        try (Services services = services()) {
            StackLogs logs = new StackLogs(services);
            boolean following = options().flag("tail", tail, false);
            Optional<String> pattern = options().text("filter", filter);
            LogRequest request = request(logs, pattern, following);
            LogText text = new LogText(isColoured(), pattern, ZoneId.systemDefault());
            LogConsole console = new LogConsole(out, layout(), text);
            Optional<TraceRequest> traces = traces(new StackTraces(services), request);
            TraceConsole traceConsole =
                    new TraceConsole(out, layout() == LogConsole.Layout.JSON, ZoneId.systemDefault());
            TraceReader reader = new StackTraces(services).reader();
            if (following) {
                traces.ifPresent(wanted -> followTraces(reader, wanted, traceConsole));
                follow(logs, request, console);
            } else {
                logs.reader().read(request, console);
                console.end();
                if (traces.isPresent()) {
                    reader.read(traces.get(), traceConsole::trace);
                }
                console.figures().forEach(getLog()::info);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            // Not closed: Maven itself still writes to it.
            out.flush();
        }
    }

    private Optional<TraceRequest> traces(StackTraces traces, LogRequest logs) {
        if (!options().flag("includeTraces", includeTraces, false)) {
            return Optional.empty();
        }
        String stack = options()
                .text("stackName", stackName)
                .orElseThrow(() -> new InvalidOptionException(
                        "traces are wanted, but no stack is named",
                        "set -Dsam.stackName=NAME, or see all traces of the account: mvn sam:traces"));
        Set<String> services = TraceRequest.servicesOf(traces.stacks().catalogue(stack));
        return Optional.of(new TraceRequest(List.of(), logs.from(), logs.to().orElseGet(Instant::now), services))
                .filter(wanted -> !services.isEmpty());
    }

    /** Ends with the JVM; logs go on if traces cannot be read. */
    private void followTraces(TraceReader reader, TraceRequest wanted, TraceConsole console) {
        Thread follower = new Thread(
                () -> {
                    try {
                        reader.follow(wanted, console::trace);
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                    } catch (SamException refused) {
                        new ProblemLines(getLog())
                                .all(refused.problems().stream()
                                        .map(problem -> Problem.warning(
                                                problem.mark(), problem.message(), problem.suggestion()))
                                        .toList());
                    }
                },
                "sam-logs-traces");
        follower.setDaemon(true);
        follower.start();
    }

    private void follow(StackLogs logs, LogRequest request, LogConsole console) throws InterruptedException {
        Thread last = new Thread(
                () -> {
                    console.end();
                    console.figures().forEach(System.err::println);
                },
                "sam-logs-end");
        Runtime.getRuntime().addShutdownHook(last);
        logs.follower().follow(request, console);
    }

    private LogRequest request(StackLogs logs, Optional<String> pattern, boolean following) {
        TimeWords times = new TimeWords(Clock.systemDefaultZone());
        Instant from =
                times.read("startTime", options().text("startTime", startTime).orElse("10m ago"));
        Optional<Instant> to = options().text("endTime", endTime).map(text -> times.read("endTime", text));
        if (following && to.isPresent()) {
            getLog().warn("endTime does not count with tail");
        }
        return new LogRequest(sources(logs), pattern, from, following ? Optional.empty() : to);
    }

    private List<LogSource> sources(StackLogs logs) {
        Optional<String> stack = options().text("stackName", stackName);
        List<String> groups = options().list("cwLogGroup", cwLogGroup);
        List<String> wanted = new ArrayList<>(options().list("logs.names", names));
        if (wanted.isEmpty()) {
            // Its key in the samconfig file.
            wanted.addAll(options().list("name", null));
        }
        if (stack.isEmpty() && (groups.isEmpty() || !wanted.isEmpty())) {
            throw new InvalidOptionException(
                    wanted.isEmpty() ? "neither a stack nor a log group is named" : "resources are named, but no stack",
                    "set -Dsam.stackName=NAME, stack_name in samconfig.toml, or -Dsam.cwLogGroup=GROUP");
        }
        List<LogSource> sources = new ArrayList<>();
        // Groups alone are asked for when nothing of the stack is named beside them.
        if (stack.isPresent() && (groups.isEmpty() || !wanted.isEmpty())) {
            sources.addAll(logs.places().of(logs.stacks().catalogue(stack.get()), wanted));
        }
        groups.forEach(group -> sources.add(new LogSource(group, group, LogSource.Kind.GROUP)));
        if (sources.isEmpty()) {
            throw new InvalidOptionException(
                    "nothing in the stack " + stack.orElse("") + " writes logs",
                    "name a log group: -Dsam.cwLogGroup=GROUP");
        }
        return sources;
    }

    private LogConsole.Layout layout() {
        if (options().choice("output", output, OutputFormat.TEXT) == OutputFormat.JSON) {
            return LogConsole.Layout.JSON;
        }
        return options().flag("groupByRequest", groupByRequest, false)
                ? LogConsole.Layout.BY_REQUEST
                : LogConsole.Layout.TEXT;
    }

    private boolean isColoured() {
        return session.getRequest().isInteractiveMode()
                && System.console() != null
                && System.getenv("NO_COLOR") == null
                && !"dumb".equals(System.getenv("TERM"));
    }
}

package io.github.sammaven.plugin.goal;

import io.github.sammaven.core.operate.time.TimeWords;
import io.github.sammaven.core.operate.trace.TraceRequest;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.plugin.console.LogConsole;
import io.github.sammaven.plugin.console.TraceConsole;
import io.github.sammaven.plugin.wiring.Services;
import io.github.sammaven.plugin.wiring.StackTraces;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/**
 * Shows X-Ray traces: of the functions and state machines of a stack, or by their ids; and, unless it follows or ids are
 * given, which service has called which. All of it goes to standard output alone.
 *
 * @since 1.0
 */
@Mojo(name = "traces", requiresProject = false, threadSafe = true)
public final class TracesMojo extends AbstractSamMojo {

    /**
     * The stack whose traces are wanted. Default: all traces of the account in the region.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.stackName")
    private @Nullable String stackName;

    /**
     * Ids of the traces that are wanted. Default: all of the time.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.traceId")
    private @Nullable List<String> traceId;

    /**
     * The first time, as for {@code logs}. Default: {@code 10m ago}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.startTime")
    private @Nullable String startTime;

    /**
     * The last time. Does not count with {@code tail}. Default: now.
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
     * {@code text}, or {@code json} for one trace per line. Default: {@code text}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.output")
    private @Nullable String output;

    /** Made by Maven. */
    @Inject
    public TracesMojo(SettingsDecrypter settingsDecrypter) {
        super("traces", settingsDecrypter);
    }

    @Override
    void run() {
        PrintStream out = LogConsole.standardOutput();
        try (Services services = services()) {
            StackTraces traces = new StackTraces(services);
            TraceRequest request = request(traces);
            TraceConsole console = new TraceConsole(
                    out,
                    options().choice("output", output, OutputFormat.TEXT) == OutputFormat.JSON,
                    ZoneId.systemDefault());
            if (!request.ids().isEmpty()) {
                traces.reader().read(request, console::trace);
            } else if (options().flag("tail", tail, false)) {
                traces.reader().follow(request, console::trace);
            } else {
                traces.reader().read(request, console::trace);
                traces.reader().graph(request).ifPresent(console::graph);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            // Not closed: Maven itself still writes to it.
            out.flush();
        }
    }

    private TraceRequest request(StackTraces traces) {
        TimeWords times = new TimeWords(Clock.systemDefaultZone());
        Instant from =
                times.read("startTime", options().text("startTime", startTime).orElse("10m ago"));
        Instant to = options()
                .text("endTime", endTime)
                .map(text -> times.read("endTime", text))
                .orElseGet(Instant::now);
        List<String> ids = options().list("traceId", traceId);
        return new TraceRequest(ids, from, to, ids.isEmpty() ? traced(traces) : Set.of());
    }

    private Set<String> traced(StackTraces traces) {
        Optional<String> stack = options().text("stackName", stackName);
        if (stack.isEmpty()) {
            getLog().info("All traces of the account in the region; those of one stack alone: -Dsam.stackName=NAME");
            return Set.of();
        }
        Set<String> services = TraceRequest.servicesOf(traces.stacks().catalogue(stack.get()));
        if (services.isEmpty()) {
            throw new InvalidOptionException(
                    "the stack " + stack.get() + " has no function and no state machine to trace",
                    "leave out the stack for all traces of the account");
        }
        return services;
    }
}

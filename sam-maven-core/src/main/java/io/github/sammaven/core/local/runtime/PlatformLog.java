package io.github.sammaven.core.local.runtime;

import io.github.sammaven.core.local.invoke.Invocation;
import io.github.sammaven.core.local.invoke.InvocationResult;
import io.github.sammaven.core.local.invoke.LocalFunction;
import io.github.sammaven.core.local.invoke.PlatformLines;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Tells what the platform does: in lines of the log, and as telemetry. */
final class PlatformLog {

    private final LocalFunction function;
    private final LogLines lines;
    private final Telemetry telemetry;

    PlatformLog(LocalFunction function, LogLines lines, Telemetry telemetry) {
        this.function = function;
        this.lines = lines;
        this.telemetry = telemetry;
    }

    void note(String text) {
        lines.platform(text);
    }

    void initStart() {
        telemetry.platform("initStart", details -> details.put("initializationType", initializationType())
                .put("phase", "init")
                .put("functionName", function.functionName())
                .put("functionVersion", "$LATEST"));
    }

    void initDone(Duration took) {
        telemetry.platform("initRuntimeDone", details -> details.put("initializationType", initializationType())
                .put("phase", "init")
                .put("status", "success"));
        initReported(took, "init", "success");
    }

    /** @param errorType empty if the time ran out */
    void initFailed(Duration took, String phase, Optional<String> errorType) {
        lines.platform(PlatformLines.initReport(took, phase, errorType));
        initReported(took, phase, errorType.isPresent() ? "error" : "timeout");
    }

    private void initReported(Duration took, String phase, String status) {
        telemetry.platform("initReport", details -> details.put("initializationType", initializationType())
                .put("phase", phase)
                .put("status", status)
                .putObject("metrics")
                .put("durationMs", millis(took)));
    }

    private String initializationType() {
        return function.snapStart() ? "snap-start" : "on-demand";
    }

    void restoreStart(String runtime) {
        lines.platform(PlatformLines.restoreStart(runtime));
        telemetry.platform("restoreStart", details -> details.put("runtimeVersion", runtime)
                .put("functionName", function.functionName()));
    }

    void restoreDone(Duration took, boolean restored, boolean timedOut) {
        lines.platform(PlatformLines.restoreReport(took, restored, timedOut));
        telemetry.platform(
                "restoreReport", details -> details.put("status", restored ? "success" : timedOut ? "timeout" : "error")
                        .putObject("metrics")
                        .put("durationMs", millis(took)));
    }

    void start(Invocation invocation) {
        lines.platform(PlatformLines.start(invocation.requestId()));
        telemetry.platform("start", details -> {
            details.put("requestId", invocation.requestId()).put("version", "$LATEST");
            invocation.traceId().ifPresent(trace -> details.putObject("tracing")
                    .put("type", "X-Amzn-Trace-Id")
                    .put("value", trace));
        });
    }

    /** @param runtimeFailed whether it was not just the handler that failed */
    void end(InvocationResult result, boolean runtimeFailed) {
        String requestId = result.requestId();
        if (result.timedOut()) {
            lines.platform(PlatformLines.timedOut(Instant.now(), requestId, function.timeout()));
        }
        lines.platform(PlatformLines.end(requestId));
        lines.platform(PlatformLines.report(result, runtimeFailed));
    }

    /** As {@link #end}, for extensions: they are told before they are told to end. */
    void report(InvocationResult result, boolean runtimeFailed) {
        InvocationResult.Report figures = result.report();
        String status = result.timedOut()
                ? "timeout"
                : runtimeFailed ? "failure" : result.functionError().isPresent() ? "error" : "success";
        telemetry.platform("runtimeDone", details -> details.put("requestId", result.requestId())
                .put("status", status)
                .putObject("metrics")
                .put("durationMs", millis(figures.duration()))
                .put("producedBytes", result.payload().length));
        telemetry.platform("report", details -> {
            var metrics = details.put("requestId", result.requestId())
                    .put("status", status)
                    .putObject("metrics")
                    .put("durationMs", millis(figures.duration()))
                    .put("billedDurationMs", figures.billedMs())
                    .put("memorySizeMB", figures.memoryMb());
            figures.maxMemoryMb().ifPresent(mb -> metrics.put("maxMemoryUsedMB", mb));
            figures.initDuration().ifPresent(init -> metrics.put("initDurationMs", millis(init)));
            figures.restoreDuration().ifPresent(restore -> metrics.put("restoreDurationMs", millis(restore)));
        });
    }

    private static double millis(Duration duration) {
        return Math.round(duration.toNanos() / 1e3) / 1e3;
    }
}

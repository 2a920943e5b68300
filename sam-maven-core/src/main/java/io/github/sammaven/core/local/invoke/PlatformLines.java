package io.github.sammaven.core.local.invoke;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** The lines Lambda writes around the output of each call. */
public final class PlatformLines {

    private PlatformLines() {}

    public static String start(String requestId) {
        return "START RequestId: " + requestId + " Version: $LATEST";
    }

    public static String end(String requestId) {
        return "END RequestId: " + requestId;
    }

    /** Fields are parted by tabs; {@code Status} is there only if the call did not end well. */
    public static String report(InvocationResult result, boolean runtimeFailed) {
        InvocationResult.Report figures = result.report();
        StringBuilder line = new StringBuilder("REPORT RequestId: ").append(result.requestId());
        line.append("\tDuration: ").append(milliseconds(figures.duration()));
        line.append("\tBilled Duration: ").append(figures.billedMs()).append(" ms");
        line.append("\tMemory Size: ").append(figures.memoryMb()).append(" MB");
        figures.maxMemoryMb()
                .ifPresent(mb -> line.append("\tMax Memory Used: ").append(mb).append(" MB"));
        figures.initDuration()
                .ifPresent(init -> line.append("\tInit Duration: ").append(milliseconds(init)));
        figures.restoreDuration()
                .ifPresent(restore -> line.append("\tRestore Duration: ").append(milliseconds(restore)));
        if (result.timedOut()) {
            line.append("\tStatus: timeout");
        } else if (runtimeFailed) {
            line.append("\tStatus: error\tError Type: ")
                    .append(result.functionError().orElse("Runtime.Unknown"));
        }
        return line.toString();
    }

    /**
     * An init phase that did not end well.
     *
     * @param phase {@code init}, or {@code invoke} for one that was tried again within a call
     * @param errorType empty if its time ran out
     */
    public static String initReport(Duration duration, String phase, Optional<String> errorType) {
        return "INIT_REPORT Init Duration: " + milliseconds(duration) + "\tPhase: " + phase + "\tStatus: "
                + errorType.map(type -> "error\tError Type: " + type).orElse("timeout");
    }

    /** A snapshot is about to be restored. */
    public static String restoreStart(String runtime) {
        return "RESTORE_START Runtime Version: " + runtime;
    }

    /** A snapshot was restored, or was not. */
    public static String restoreReport(Duration duration, boolean restored, boolean timedOut) {
        return "RESTORE_REPORT Restore Duration: " + milliseconds(duration)
                + (restored ? "" : timedOut ? "\tStatus: timeout" : "\tStatus: error");
    }

    /** The time of a call ran out. */
    public static String timedOut(Instant at, String requestId, Duration timeout) {
        return at.truncatedTo(ChronoUnit.MILLIS) + " " + requestId
                + String.format(Locale.ROOT, " Task timed out after %.2f seconds", timeout.toMillis() / 1000.0);
    }

    private static String milliseconds(Duration duration) {
        return String.format(Locale.ROOT, "%.2f ms", duration.toNanos() / 1e6);
    }
}

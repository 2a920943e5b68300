package io.github.sammaven.core.local.invoke;

import java.time.Duration;
import java.util.Locale;

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
        if (result.timedOut()) {
            line.append("\tStatus: timeout");
        } else if (runtimeFailed) {
            line.append("\tStatus: error\tError Type: ")
                    .append(result.functionError().orElse("Runtime.Unknown"));
        }
        return line.toString();
    }

    private static String milliseconds(Duration duration) {
        return String.format(Locale.ROOT, "%.2f ms", duration.toNanos() / 1e6);
    }
}

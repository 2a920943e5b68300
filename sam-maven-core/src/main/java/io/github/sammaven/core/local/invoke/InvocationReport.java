package io.github.sammaven.core.local.invoke;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Times and memory of an invocation, as Lambda's REPORT line has them.
 *
 * @param requestId the invocation
 * @param duration from the event's delivery until the function was done
 * @param init from the start of the process until it asked for its first event; only if this invocation waited for it
 * @param memoryMb memory the function may use, MB
 * @param peakMemoryMb the most it has used so far, MB; empty where the system does not tell
 * @param status empty for success, else {@code error} or {@code timeout}
 */
public record InvocationReport(
        String requestId,
        Duration duration,
        Optional<Duration> init,
        int memoryMb,
        Optional<Integer> peakMemoryMb,
        String status) {

    /** Lambda bills whole milliseconds, the init phase included. */
    public long billedMillis() {
        long nanos = duration.plus(init.orElse(Duration.ZERO)).toNanos();
        return (nanos + 999_999) / 1_000_000;
    }

    /** The REPORT line; tabs between its parts, as in Lambda's logs. */
    public String line() {
        StringBuilder line = new StringBuilder("REPORT RequestId: ").append(requestId);
        line.append("\tDuration: ").append(millis(duration));
        line.append("\tBilled Duration: ").append(billedMillis()).append(" ms");
        line.append("\tMemory Size: ").append(memoryMb).append(" MB");
        peakMemoryMb.ifPresent(
                peak -> line.append("\tMax Memory Used: ").append(peak).append(" MB"));
        init.ifPresent(time -> line.append("\tInit Duration: ").append(millis(time)));
        if (!status.isEmpty()) {
            line.append("\tStatus: ").append(status);
        }
        return line.toString();
    }

    private static String millis(Duration duration) {
        return String.format(Locale.ROOT, "%.2f ms", duration.toNanos() / 1e6);
    }
}

package io.github.sammaven.core.operate.logs.lambda;

import io.github.sammaven.core.aws.LogEvent;
import io.github.sammaven.core.operate.logs.LogSource;
import java.util.List;
import java.util.Optional;

/**
 * All lines of one request.
 *
 * @param source where they are from
 * @param requestId the request; empty for lines that belong to none
 * @param time when it began, milliseconds since 1970
 * @param lines the function's own, and what Lambda says beyond begin, end and report
 * @param report how it ended; empty if that is not known
 * @param failed whether it is known to have failed
 */
public record RequestLog(
        LogSource source,
        Optional<String> requestId,
        long time,
        List<LogEvent> lines,
        Optional<InvocationReport> report,
        boolean failed) {

    public RequestLog {
        lines = List.copyOf(lines);
    }
}

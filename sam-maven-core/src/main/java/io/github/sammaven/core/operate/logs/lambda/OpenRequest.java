package io.github.sammaven.core.operate.logs.lambda;

import io.github.sammaven.core.aws.LogEvent;
import io.github.sammaven.core.operate.logs.LogSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A request whose lines are still coming. */
final class OpenRequest {

    private final LogSource source;
    private final long time;
    private final List<LogEvent> lines = new ArrayList<>();
    private Optional<String> requestId = Optional.empty();
    private Optional<InvocationReport> report = Optional.empty();
    private boolean failed;
    private long ended;

    /** Only Lambda says when a request has ended. */
    OpenRequest(LogSource source, long time) {
        this.source = source;
        this.time = time;
        this.ended = source.kind() == LogSource.Kind.FUNCTION ? Long.MAX_VALUE : time;
    }

    /** Lines without an id belong to whatever runs; a new environment talks before its first request. */
    boolean takes(LambdaLine line) {
        boolean starts = line.kind() == LambdaLine.Kind.START && report.isPresent();
        return !starts && (line.requestId().isEmpty() || requestId.isEmpty() || requestId.equals(line.requestId()));
    }

    void add(LogEvent event, LambdaLine line) {
        requestId = requestId.or(line::requestId);
        if (line.report().isPresent()) {
            report = line.report();
            ended = event.timestamp();
        }
        failed |= line.kind() == LambdaLine.Kind.FAILURE
                || line.report().filter(InvocationReport::isFailure).isPresent();
        boolean mark = line.kind() == LambdaLine.Kind.START
                || line.kind() == LambdaLine.Kind.END
                || line.kind() == LambdaLine.Kind.REPORT;
        if (!mark) {
            lines.add(event);
        }
    }

    boolean hasEnded() {
        return ended < Long.MAX_VALUE;
    }

    /** Whether it ended before that time. */
    boolean hasEndedBefore(long now) {
        return ended < now;
    }

    int size() {
        return lines.size();
    }

    RequestLog closed() {
        return new RequestLog(source, requestId, time, lines, report, failed);
    }
}

package io.github.sammaven.core.operate.logs;

import io.github.sammaven.core.aws.LogQuery;
import io.github.sammaven.core.problem.InvalidOptionException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What to read.
 *
 * @param sources at least one; those of one group become one
 * @param filter CloudWatch filter pattern
 * @param from first time, inclusive
 * @param to last time, inclusive; empty for now
 */
public record LogRequest(List<LogSource> sources, Optional<String> filter, Instant from, Optional<Instant> to) {

    /** @throws InvalidOptionException if the time ends before it begins */
    public LogRequest {
        sources = distinct(sources);
        Instant begin = from;
        to.filter(begin::isAfter).ifPresent(end -> {
            throw new InvalidOptionException(
                    "the time ends at " + end + ", before it begins at " + begin,
                    "give an endTime that is later than the startTime");
        });
    }

    /** A group that several write to is read once. */
    private static List<LogSource> distinct(List<LogSource> sources) {
        Map<String, LogSource> byGroup = new LinkedHashMap<>();
        sources.forEach(source -> byGroup.merge(source.group(), source, LogRequest::shared));
        return List.copyOf(byGroup.values());
    }

    private static LogSource shared(LogSource first, LogSource second) {
        String label = first.label().equals(second.label()) ? first.label() : first.label() + "," + second.label();
        return new LogSource(label, first.group(), first.kind());
    }

    LogQuery query(LogSource source) {
        return new LogQuery(source.group(), filter, from, to);
    }
}

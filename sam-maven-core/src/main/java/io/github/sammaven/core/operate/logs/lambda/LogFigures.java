package io.github.sammaven.core.operate.logs.lambda;

import io.github.sammaven.core.operate.logs.LogLine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Figures of all functions from the lines of their logs. A request has failed if its report says so or a line of Lambda
 * does; each counts once. Its memory does not grow with the number of lines.
 */
public final class LogFigures {

    private static final int STREAMS = 10_000;

    private final Map<String, FunctionTotals> functions = new LinkedHashMap<>();
    /** The request whose failure was counted last, by stream: an environment has one at a time. */
    private final Map<String, String> failed = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > STREAMS;
        }
    };

    /** Takes a line into account. */
    public void add(LogLine line, LambdaLine read) {
        Optional<InvocationReport> report = read.report();
        if (report.isEmpty() && read.kind() != LambdaLine.Kind.FAILURE) {
            return;
        }
        FunctionTotals totals = functions.computeIfAbsent(line.source().label(), none -> new FunctionTotals());
        report.ifPresent(totals::add);
        boolean failure = read.kind() == LambdaLine.Kind.FAILURE
                || report.filter(InvocationReport::isFailure).isPresent();
        String stream = line.source().group() + " " + line.event().stream();
        String request = read.requestId().orElse("");
        if (failure && !request.equals(failed.put(stream, request))) {
            totals.addError();
        }
    }

    /** In the order in which the functions first reported. */
    public List<FunctionFigures> figures() {
        return functions.entrySet().stream()
                .map(entry -> entry.getValue().figures(entry.getKey()))
                .toList();
    }
}

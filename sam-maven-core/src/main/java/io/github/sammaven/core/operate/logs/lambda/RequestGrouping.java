package io.github.sammaven.core.operate.logs.lambda;

import io.github.sammaven.core.operate.logs.LogLine;
import io.github.sammaven.core.operate.logs.LogSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Gathers the lines of each request and hands them on when it has ended. No more than {@value #MAX_LINES} lines and
 * {@value #MAX_REQUESTS} requests are kept; beyond that the oldest request goes out as it is.
 */
public final class RequestGrouping {

    private static final int MAX_LINES = 50_000;
    private static final int MAX_REQUESTS = 5_000;
    /** That a request was out of time is said behind its report. */
    private static final long AFTERWORD_MILLIS = 1_000;

    private final Consumer<RequestLog> out;
    /** In order of their beginning, by {@link #key}. */
    private final Map<String, OpenRequest> open = new LinkedHashMap<>();
    /** Keys of those that have ended, and what they led to then. */
    private final Deque<Map.Entry<String, OpenRequest>> ended = new ArrayDeque<>();

    private int lines;

    /** @param out receives requests, those that end first before others */
    public RequestGrouping(Consumer<RequestLog> out) {
        this.out = out;
    }

    /** Takes a line. */
    public void add(LogLine line, LambdaLine read) {
        long time = line.event().timestamp();
        closeEnded(time - AFTERWORD_MILLIS);
        String key = key(line, read);
        OpenRequest request = open.get(key);
        if (request != null && !request.takes(read)) {
            close(key);
            request = null;
        }
        boolean before = request != null && request.hasEnded();
        if (request == null) {
            request = new OpenRequest(line.source(), time);
            open.put(key, request);
        }
        lines -= request.size();
        request.add(line.event(), read);
        lines += request.size();
        if (request.hasEnded() && !before) {
            ended.add(Map.entry(key, request));
        }
        while (lines > MAX_LINES || open.size() > MAX_REQUESTS) {
            close(open.keySet().iterator().next());
        }
    }

    /** An environment of a function has one request at a time; others name theirs in each line. */
    private static String key(LogLine line, LambdaLine read) {
        String stream = line.source().group() + " " + line.event().stream();
        return line.source().kind() == LogSource.Kind.FUNCTION
                ? stream
                : stream + " " + read.requestId().orElse("");
    }

    /** Hands on what has ended. */
    public void pause() {
        closeEnded(Long.MAX_VALUE);
    }

    /** Hands on everything. */
    public void end() {
        List.copyOf(open.keySet()).forEach(this::close);
    }

    private void closeEnded(long before) {
        while (!ended.isEmpty() && ended.peek().getValue().hasEndedBefore(before)) {
            Map.Entry<String, OpenRequest> first = ended.remove();
            if (open.remove(first.getKey(), first.getValue())) {
                hand(first.getValue());
            }
        }
    }

    private void close(String key) {
        hand(open.remove(key));
    }

    private void hand(OpenRequest request) {
        lines -= request.size();
        out.accept(request.closed());
    }
}

package io.github.sammaven.core.local.apigateway;

import java.util.ArrayList;
import java.util.List;

/** The lines of one call. A function that prints without end does not fill the memory: the first lines are kept. */
final class CallLog {

    private static final int MAX_LINES = 2_000;

    private final List<String> lines = new ArrayList<>(4);

    synchronized void add(String line) {
        if (lines.size() < MAX_LINES) {
            lines.add(line);
        }
    }

    synchronized List<String> lines() {
        return List.copyOf(lines);
    }
}

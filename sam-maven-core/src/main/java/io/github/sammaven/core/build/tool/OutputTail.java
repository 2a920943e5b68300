package io.github.sammaven.core.build.tool;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last lines of an output of any length. */
final class OutputTail {

    static final int MAX_LINES = 100;
    private static final int MAX_LINE_LENGTH = 500;

    private final Deque<String> lines = new ArrayDeque<>();

    synchronized void add(String line) {
        if (line.isBlank()) {
            return;
        }
        if (lines.size() == MAX_LINES) {
            lines.removeFirst();
        }
        lines.addLast(line.length() > MAX_LINE_LENGTH ? line.substring(0, MAX_LINE_LENGTH) + "..." : line);
    }

    synchronized List<String> lines() {
        return List.copyOf(lines);
    }
}

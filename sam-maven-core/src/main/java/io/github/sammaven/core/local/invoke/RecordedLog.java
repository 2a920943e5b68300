package io.github.sammaven.core.local.invoke;

import java.util.ArrayList;
import java.util.List;

/** Passes a log on and keeps its lines until they are taken. */
final class RecordedLog implements FunctionLog {

    private final FunctionLog next;
    private List<String> lines = new ArrayList<>();

    RecordedLog(FunctionLog next) {
        this.next = next;
    }

    @Override
    public synchronized void line(String line) {
        lines.add(line);
        next.line(line);
    }

    /** The lines since the last time. */
    synchronized List<String> take() {
        List<String> taken = lines;
        lines = new ArrayList<>();
        return taken;
    }
}

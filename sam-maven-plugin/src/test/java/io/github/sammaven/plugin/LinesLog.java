package io.github.sammaven.plugin;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.logging.SystemStreamLog;

/** Keeps each line a goal logs, {@code LEVEL text}. */
public final class LinesLog extends SystemStreamLog {

    private final List<String> lines = new ArrayList<>();

    public synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void debug(CharSequence content) {
        add("DEBUG", content);
    }

    @Override
    public void debug(Throwable error) {
        add("DEBUG", error.toString());
    }

    @Override
    public void info(CharSequence content) {
        add("INFO", content);
    }

    @Override
    public void warn(CharSequence content) {
        add("WARN", content);
    }

    @Override
    public void error(CharSequence content) {
        add("ERROR", content);
    }

    private synchronized void add(String level, CharSequence content) {
        lines.add(level + " " + content);
    }
}

package io.github.sammaven.core.local.runtime;

import io.github.sammaven.core.local.invoke.FunctionLog;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Cuts what a runtime prints into lines, and puts the platform's own lines between them. */
public final class LogLines {

    /** Longer lines are broken, as CloudWatch does (maximum event size). */
    private static final int MAX_LINE_BYTES = 262_144;

    private final FunctionLog log;
    private final FunctionLog printed;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(256);

    /** Passes the lines on to this log. */
    public LogLines(FunctionLog log) {
        this(log, line -> {});
    }

    /** @param printed takes what is printed too, but nothing of the platform */
    LogLines(FunctionLog log, FunctionLog printed) {
        this.log = log;
        this.printed = printed;
    }

    /** Takes what was printed: the bytes from {@code from} up to {@code to}. */
    public synchronized void add(byte[] bytes, int from, int to) {
        int start = from;
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\n') {
                line.write(bytes, start, i - start);
                passOn();
                start = i + 1;
            }
        }
        line.write(bytes, start, to - start);
        if (line.size() >= MAX_LINE_BYTES) {
            passOn();
        }
    }

    /** Takes an unfinished last line as one. */
    public synchronized void end() {
        if (line.size() > 0) {
            passOn();
        }
    }

    /** A line of the platform. */
    public synchronized void platform(String text) {
        end();
        log.line(text);
    }

    private void passOn() {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        String shown = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
        log.line(shown);
        printed.line(shown);
    }
}

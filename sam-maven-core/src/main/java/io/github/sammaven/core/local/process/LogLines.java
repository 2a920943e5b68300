package io.github.sammaven.core.local.process;

import io.github.sammaven.core.local.invoke.FunctionLog;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Cuts bytes into lines. A line without its end is handed on when asked, or when it grows too long. */
final class LogLines {

    private static final int MAX_LINE_BYTES = 256 * 1024;

    private final FunctionLog log;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(256);

    LogLines(FunctionLog log) {
        this.log = log;
    }

    void add(byte[] bytes, int from, int to) {
        int start = from;
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\n') {
                line.write(bytes, start, i - start);
                handOn();
                start = i + 1;
            }
        }
        line.write(bytes, start, to - start);
        if (line.size() > MAX_LINE_BYTES) {
            handOn();
        }
    }

    /** Hands on a line that has begun. */
    void end() {
        if (line.size() > 0) {
            handOn();
        }
    }

    private void handOn() {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        log.line(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
    }
}

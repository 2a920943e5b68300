package io.github.sammaven.plugin.console;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.function.Consumer;

/** Passes on what is written to it, whole lines at a time. */
final class LineStream extends OutputStream {

    private final Consumer<byte[]> lines;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    /** @param lines takes one or more lines, each with its end */
    LineStream(Consumer<byte[]> lines) {
        this.lines = lines;
    }

    @Override
    public synchronized void write(int value) {
        line.write(value);
        if (value == '\n') {
            rest();
        }
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        int end = length;
        while (end > 0 && bytes[offset + end - 1] != '\n') {
            end--;
        }
        if (end > 0) {
            line.write(bytes, offset, end);
            rest();
        }
        line.write(bytes, offset + end, length - end);
    }

    /** Passes on what has no end yet, too. */
    synchronized void rest() {
        if (line.size() > 0) {
            lines.accept(line.toByteArray());
            line.reset();
        }
    }
}

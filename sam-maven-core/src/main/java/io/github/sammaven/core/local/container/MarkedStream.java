package io.github.sammaven.core.local.container;

import io.github.sammaven.core.local.runtime.LogLines;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One output stream of a container. Passes on whole lines, so that those of two streams do not mix, and takes out the
 * marks that say how far it has come. Not safe for use by several threads.
 */
final class MarkedStream {

    /** Longer lines are passed on in parts, see {@link LogLines}. */
    private static final int MAX_HELD_BYTES = 262_144;

    private static final byte FIRST_OF_MARK = 1;

    private final LogLines lines;
    private final byte[] mark;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream(1024);
    private byte[] undecided = new byte[0];
    private int marks;

    /** @param mark begins with the byte 1 and ends with a line feed */
    MarkedStream(LogLines lines, String mark) {
        this.lines = lines;
        this.mark = mark.getBytes(StandardCharsets.US_ASCII);
    }

    /** How many marks have come by. */
    int marks() {
        return marks;
    }

    void add(byte[] piece) {
        byte[] bytes = piece;
        if (undecided.length > 0) {
            bytes = new byte[undecided.length + piece.length];
            System.arraycopy(undecided, 0, bytes, 0, undecided.length);
            System.arraycopy(piece, 0, bytes, undecided.length, piece.length);
            undecided = new byte[0];
        }
        int from = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != FIRST_OF_MARK) {
                continue;
            }
            int same = commonLength(bytes, i);
            if (same == mark.length) {
                hold(bytes, from, i);
                end();
                marks++;
                from = i + mark.length;
                i = from - 1;
            } else if (i + same == bytes.length) {
                hold(bytes, from, i);
                undecided = Arrays.copyOfRange(bytes, i, bytes.length);
                return;
            }
        }
        hold(bytes, from, bytes.length);
    }

    private int commonLength(byte[] bytes, int start) {
        int same = 0;
        while (same < mark.length && start + same < bytes.length && bytes[start + same] == mark[same]) {
            same++;
        }
        return same;
    }

    private void hold(byte[] bytes, int from, int to) {
        int lastLineEnd = to - 1;
        while (lastLineEnd >= from && bytes[lastLineEnd] != '\n') {
            lastLineEnd--;
        }
        if (lastLineEnd >= from) {
            passOn();
            lines.add(bytes, from, lastLineEnd + 1);
        }
        held.write(bytes, Math.max(from, lastLineEnd + 1), to - Math.max(from, lastLineEnd + 1));
        if (held.size() >= MAX_HELD_BYTES) {
            passOn();
        }
    }

    private void passOn() {
        if (held.size() > 0) {
            lines.add(held.toByteArray(), 0, held.size());
            held.reset();
        }
    }

    /** Takes what is there of an unfinished line as one. */
    void end() {
        passOn();
        lines.end();
    }

    /** Nothing more will come. */
    void close() {
        held.writeBytes(undecided);
        undecided = new byte[0];
        end();
    }
}

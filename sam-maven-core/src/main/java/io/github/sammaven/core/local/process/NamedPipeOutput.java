package io.github.sammaven.core.local.process;

import io.github.sammaven.core.local.runtime.LogLines;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.Semaphore;

/**
 * A named pipe that both the process and we write to. A mark of our own behind what the process has printed tells,
 * without a guess about time, that all of it was read.
 */
final class NamedPipeOutput implements ChildOutput {

    private static final int BUFFER_BYTES = 65_536;

    private final LogLines lines;
    private final Path path;
    private final RandomAccessFile pipe;
    private final byte[] mark = ("\0" + UUID.randomUUID() + "\0").getBytes(StandardCharsets.US_ASCII);
    private final Semaphore marksRead = new Semaphore(0);
    private final Thread reader;
    private volatile boolean closed;
    private boolean finished;

    private NamedPipeOutput(Path path, RandomAccessFile pipe, LogLines lines, String name) {
        this.path = path;
        this.pipe = pipe;
        this.lines = lines;
        this.reader = new Thread(this::read, name);
        reader.setDaemon(true);
    }

    static NamedPipeOutput open(Path path, LogLines lines, String name) throws IOException {
        // Open at both ends: opening does not wait for the other side, and no writer's end looks like the end of it
        // all.
        NamedPipeOutput output = new NamedPipeOutput(path, new RandomAccessFile(path.toFile(), "rw"), lines, name);
        output.reader.start();
        return output;
    }

    @Override
    public Redirect target() {
        return Redirect.appendTo(path.toFile());
    }

    @Override
    public void attach(Process process) {
        // The process prints to the pipe by itself.
    }

    @Override
    public synchronized void drain() {
        if (!closed) {
            readToMark();
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            readToMark();
        }
    }

    private void readToMark() {
        try {
            pipe.write(mark);
            marksRead.acquireUninterruptibly();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        byte[] buffer = new byte[BUFFER_BYTES];
        int held = 0;
        try (RandomAccessFile reading = pipe) {
            while (!finished) {
                int count = reading.read(buffer, held, buffer.length - held);
                held = passOn(buffer, held + count);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            // Whoever waits for a mark now, or will, must not wait for good.
            marksRead.release(Short.MAX_VALUE);
        }
    }

    /** Passes on what is before and behind marks; returns how much is held back, since it may be the start of a mark. */
    private int passOn(byte[] buffer, int end) {
        int from = 0;
        int at = indexOfMark(buffer, from, end);
        while (at >= 0 && at + mark.length <= end) {
            lines.add(buffer, from, at);
            lines.end();
            from = at + mark.length;
            finished = closed;
            marksRead.release();
            at = indexOfMark(buffer, from, end);
        }
        int whole = at < 0 ? end : at;
        lines.add(buffer, from, whole);
        System.arraycopy(buffer, whole, buffer, 0, end - whole);
        return end - whole;
    }

    /** Where a mark starts, or may start at the end of the bytes; -1 if nowhere. */
    private int indexOfMark(byte[] buffer, int from, int end) {
        for (int i = from; i < end; i++) {
            int length = Math.min(mark.length, end - i);
            if (buffer[i] == 0 && Arrays.equals(buffer, i, i + length, mark, 0, length)) {
                return i;
            }
        }
        return -1;
    }
}

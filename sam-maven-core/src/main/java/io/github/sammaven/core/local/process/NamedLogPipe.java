package io.github.sammaven.core.local.process;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.SynchronousQueue;

/**
 * A named pipe that both the process and we write to. A mark of our own behind what the process has written tells, without
 * guessing by time, that all of it was read.
 */
final class NamedLogPipe implements LogPipe {

    private static final int BUFFER_BYTES = 64 * 1024;

    private final LogLines lines;
    private final File pipe;
    private final byte[] mark = ("\0" + UUID.randomUUID() + "\0").getBytes(StandardCharsets.US_ASCII);
    private final RandomAccessFile ends;
    private final FileInputStream in;
    private final SynchronousQueue<Boolean> marksRead = new SynchronousQueue<>();
    private final Thread reader;
    private volatile boolean closing;

    NamedLogPipe(Scratch scratch, LogLines lines) throws IOException, InterruptedException {
        this.lines = lines;
        pipe = scratch.folder().resolve("log").toFile();
        int exit = new ProcessBuilder("mkfifo", "-m", "600", pipe.getPath())
                .redirectErrorStream(true)
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException("mkfifo ended with " + exit);
        }
        // Both ends are held open, so that neither opening blocks and no writer's end looks like the end of the log.
        ends = new RandomAccessFile(pipe, "rw");
        in = new FileInputStream(pipe);
        reader = new Thread(this::read, "sam-function-log");
        reader.setDaemon(true);
        reader.start();
    }

    static boolean isSupported() {
        return new Programs("/usr/bin" + File.pathSeparator + "/bin")
                .find("mkfifo")
                .map(Path::isAbsolute)
                .orElse(false);
    }

    @Override
    public Redirect target() {
        return Redirect.appendTo(pipe);
    }

    @Override
    public void attach(Process process) {
        // The process writes to the pipe by itself.
    }

    @Override
    public synchronized void flush() throws InterruptedException {
        try {
            ends.write(mark);
        } catch (IOException closed) {
            return;
        }
        marksRead.take();
    }

    private void read() {
        byte[] buffer = new byte[BUFFER_BYTES];
        int held = 0;
        try {
            while (!closing) {
                int read = in.read(buffer, held, buffer.length - held);
                if (read < 0 || closing) {
                    return;
                }
                held = handOn(buffer, held + read);
            }
        } catch (IOException closed) {
            lines.end();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Hands on what is before, between and behind marks; returns how much is held back as it may begin a mark. */
    private int handOn(byte[] buffer, int end) throws InterruptedException {
        int from = 0;
        for (int zero = indexOfZero(buffer, from, end); zero >= 0; zero = indexOfZero(buffer, zero + 1, end)) {
            int length = Math.min(mark.length, end - zero);
            if (!Arrays.equals(buffer, zero, zero + length, mark, 0, length)) {
                continue;
            }
            lines.add(buffer, from, zero);
            if (length < mark.length) {
                System.arraycopy(buffer, zero, buffer, 0, length);
                return length;
            }
            lines.end();
            from = zero + mark.length;
            zero = from - 1;
            marksRead.put(true);
        }
        lines.add(buffer, from, end);
        return 0;
    }

    private static int indexOfZero(byte[] buffer, int from, int end) {
        for (int i = from; i < end; i++) {
            if (buffer[i] == 0) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public void close() {
        try {
            flush();
            closing = true;
            // Wakes the reader, which waits for bytes.
            ends.write('\n');
            reader.join();
            in.close();
            ends.close();
        } catch (IOException alreadyClosed) {
            reader.interrupt();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}

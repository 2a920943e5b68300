package io.github.sammaven.core.local.process;

import io.github.sammaven.core.local.invoke.FunctionLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;

/**
 * What a child process prints, passed on line by line.
 *
 * <p>Nobody ever blocks in a read: whoever wants to know that all output so far has been passed on takes what the pipe
 * holds at that moment. So the end of an invocation needs no guess about lines still under way.
 */
final class ChildOutput {

    /** Longer lines are broken, as CloudWatch does (maximum event size). */
    private static final int MAX_LINE_BYTES = 262_144;

    private static final long SHORTEST_NAP_NANOS = 1_000_000;
    private static final long LONGEST_NAP_NANOS = 20_000_000;
    private static final int SETTLE_ROUNDS = 20;

    private final InputStream pipe;
    private final FunctionLog log;
    private final byte[] buffer = new byte[65_536];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    private final Thread follower;
    private volatile boolean closed;

    ChildOutput(InputStream pipe, FunctionLog log, String name) {
        this.pipe = pipe;
        this.log = log;
        this.follower = new Thread(this::follow, name);
        follower.setDaemon(true);
        follower.start();
    }

    /** Passes on all the child has written so far, and its unfinished last line as one. */
    synchronized void drain() {
        take();
        if (line.size() > 0) {
            emit();
        }
    }

    /** A line of the platform, after all the child has written so far. */
    synchronized void platform(String text) {
        drain();
        log.line(text);
    }

    /**
     * Passes on what is left of a process that has ended, and stops listening. The JDK moves the rest of the pipe into
     * memory at that moment and does not say when it is done, hence the short wait.
     */
    void close() {
        closed = true;
        LockSupport.unpark(follower);
        for (int round = 0; round < SETTLE_ROUNDS; round++) {
            take();
            LockSupport.parkNanos(SHORTEST_NAP_NANOS);
        }
        drain();
    }

    private void follow() {
        long nap = SHORTEST_NAP_NANOS;
        while (!closed) {
            nap = take() ? SHORTEST_NAP_NANOS : Math.min(nap * 2, LONGEST_NAP_NANOS);
            LockSupport.parkNanos(nap);
        }
    }

    private synchronized boolean take() {
        boolean some = false;
        try {
            int waiting = pipe.available();
            while (waiting > 0) {
                some = true;
                split(pipe.read(buffer, 0, Math.min(waiting, buffer.length)));
                waiting = pipe.available();
            }
        } catch (IOException e) {
            // The pipe went away with the process: there is nothing more to read.
            return some;
        }
        return some;
    }

    private void split(int length) {
        int from = 0;
        for (int i = 0; i < length; i++) {
            if (buffer[i] == '\n') {
                line.write(buffer, from, i - from);
                emit();
                from = i + 1;
            }
        }
        if (from < length) {
            line.write(buffer, from, length - from);
        }
        if (line.size() >= MAX_LINE_BYTES) {
            emit();
        }
    }

    private void emit() {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        log.line(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
    }
}

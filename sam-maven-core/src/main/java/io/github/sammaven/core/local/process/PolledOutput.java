package io.github.sammaven.core.local.process;

import io.github.sammaven.core.local.runtime.LogLines;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.util.concurrent.locks.LockSupport;

/**
 * The plain pipe every system has. Nobody ever blocks in a read: whoever wants to know that all output so far has been
 * passed on takes what the pipe holds at that moment.
 */
final class PolledOutput implements ChildOutput {

    private static final long SHORTEST_NAP_NANOS = 1_000_000;
    private static final long LONGEST_NAP_NANOS = 20_000_000;
    private static final int SETTLE_ROUNDS = 20;

    private final LogLines lines;
    private final byte[] buffer = new byte[65_536];
    private final Thread follower;
    private volatile InputStream pipe = InputStream.nullInputStream();
    private volatile boolean closed;

    PolledOutput(LogLines lines, String name) {
        this.lines = lines;
        this.follower = new Thread(this::follow, name);
        follower.setDaemon(true);
    }

    @Override
    public Redirect target() {
        return Redirect.PIPE;
    }

    @Override
    public void attach(Process process) {
        pipe = process.getInputStream();
        follower.start();
    }

    @Override
    public synchronized void drain() {
        take();
        lines.end();
    }

    /**
     * {@inheritDoc}
     *
     * <p>The JDK moves the rest of the pipe into memory when the process ends and does not say when it is done, hence
     * the short wait.
     */
    @Override
    public void close() {
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
                lines.add(buffer, 0, pipe.read(buffer, 0, Math.min(waiting, buffer.length)));
                waiting = pipe.available();
            }
        } catch (IOException e) {
            // The pipe went away with the process: there is nothing more to read.
            return some;
        }
        return some;
    }
}

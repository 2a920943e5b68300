package io.github.sammaven.core.local.container;

import io.github.sammaven.core.local.runtime.LogLines;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** What a container prints to its two streams, passed on line by line, and how far that has come. */
final class ContainerOutput implements OutputReceiver {

    private final String mark = "\u0001sam-local-" + UUID.randomUUID() + "\n";
    private final MarkedStream out;
    private final MarkedStream err;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private long lastNanos = System.nanoTime();

    ContainerOutput(LogLines lines) {
        this.out = new MarkedStream(lines, mark);
        this.err = new MarkedStream(lines, mark);
    }

    /** The line which, printed to both streams, says that all before it has come. */
    String mark() {
        return mark;
    }

    /** Completed when nothing more can come. */
    CompletableFuture<Void> ended() {
        return ended;
    }

    @Override
    public synchronized void out(byte[] bytes) {
        lastNanos = System.nanoTime();
        out.add(bytes);
        notifyAll();
    }

    @Override
    public synchronized void err(byte[] bytes) {
        lastNanos = System.nanoTime();
        err.add(bytes);
        notifyAll();
    }

    @Override
    public void end() {
        synchronized (this) {
            out.close();
            err.close();
            notifyAll();
        }
        ended.complete(null);
    }

    /** Waits until both streams have brought that many marks; false if they have not in that time. */
    synchronized boolean awaitMarks(int count, Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!ended.isDone() && (out.marks() < count || err.marks() < count)) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    /** Waits until nothing has come for some time, and takes unfinished lines as whole ones. */
    synchronized void awaitSilence(Duration silence, Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        long quietSince = System.nanoTime();
        while (!ended.isDone() && System.nanoTime() < deadline) {
            long left = silence.toNanos() - (System.nanoTime() - Math.max(lastNanos, quietSince));
            if (left <= 0) {
                break;
            }
            wait(left / 1_000_000, (int) (left % 1_000_000));
        }
        out.end();
        err.end();
    }
}

package io.github.sammaven.core.local.invoke;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** An end in order: first servers stop, and let calls under way end; then what is left is cleaned up, all at once. */
public final class OrderlyEnd implements EndOfRun {

    private final Set<Cleanup> cleanups = ConcurrentHashMap.newKeySet();
    private final Runnable forget;
    private volatile Runnable stop = () -> {};

    private OrderlyEnd(EndOfRun atEnd) {
        forget = atEnd.add(this::run);
    }

    /** A class, as two may do the same and still be two. */
    private static final class Cleanup {

        private final Runnable work;

        private Cleanup(Runnable work) {
            this.work = work;
        }
    }

    /** @param atEnd tells the end */
    public static OrderlyEnd of(EndOfRun atEnd) {
        return new OrderlyEnd(atEnd);
    }

    /** What comes first, as soon as there is something to stop. */
    public void first(Runnable server) {
        stop = server;
    }

    @Override
    public Runnable add(Runnable work) {
        Cleanup cleanup = new Cleanup(work);
        cleanups.add(cleanup);
        return () -> cleanups.remove(cleanup);
    }

    /** Does all of it now, and nothing when the JVM ends. */
    public void now() {
        forget.run();
        run();
    }

    private void run() {
        try {
            stop.run();
        } finally {
            List<Thread> threads = cleanups.stream()
                    .map(cleanup -> new Thread(cleanup.work, "sam-local-cleanup"))
                    .toList();
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }
}

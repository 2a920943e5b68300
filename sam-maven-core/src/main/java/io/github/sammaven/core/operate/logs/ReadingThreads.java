package io.github.sammaven.core.operate.logs;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Threads that read pages; they do not keep the JVM alive. */
final class ReadingThreads {

    private static final int MAX_THREADS = 8;

    private ReadingThreads() {}

    static ExecutorService start(int groups) {
        return Executors.newFixedThreadPool(Math.max(1, Math.min(MAX_THREADS, groups)), work -> {
            Thread thread = new Thread(work, "sam-logs");
            thread.setDaemon(true);
            return thread;
        });
    }
}

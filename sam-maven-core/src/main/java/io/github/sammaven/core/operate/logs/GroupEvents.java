package io.github.sammaven.core.operate.logs;

import io.github.sammaven.core.aws.LogEvent;
import io.github.sammaven.core.aws.LogPage;
import io.github.sammaven.core.aws.LogQuery;
import io.github.sammaven.core.problem.SamException;
import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** The events of one group, page by page; the next page is fetched while one is told. */
final class GroupEvents {

    private final LogSource source;
    private final LogQuery query;
    private final PatientPages pages;
    private final ExecutorService pool;
    private Iterator<LogEvent> page = Collections.emptyIterator();
    private @Nullable Future<Optional<LogPage>> coming;
    private boolean absent;

    @Nullable
    LogLine head;

    GroupEvents(LogSource source, LogQuery query, PatientPages pages, ExecutorService pool) {
        this.source = source;
        this.query = query;
        this.pages = pages;
        this.pool = pool;
        fetch(Optional.empty());
    }

    LogSource source() {
        return source;
    }

    boolean isAbsent() {
        return absent;
    }

    /** Time of the event that is next. */
    long time() {
        return head == null ? Long.MAX_VALUE : head.event().timestamp();
    }

    /** Moves {@link #head} to the next event; it is null at the end. */
    void advance() throws InterruptedException {
        while (!page.hasNext() && coming != null) {
            Optional<LogPage> come = await(coming);
            coming = null;
            absent = come.isEmpty();
            if (come.isPresent()) {
                page = come.get().events().iterator();
                come.get().next().ifPresent(token -> fetch(Optional.of(token)));
            }
        }
        head = page.hasNext() ? new LogLine(source, page.next()) : null;
    }

    private void fetch(Optional<String> token) {
        coming = pool.submit(() -> pages.page(query, token));
    }

    private static Optional<LogPage> await(Future<Optional<LogPage>> coming) throws InterruptedException {
        try {
            return coming.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof SamException failure) {
                throw failure;
            }
            if (failed.getCause() instanceof InterruptedException) {
                throw new InterruptedException("while log events were read");
            }
            throw new IllegalStateException(failed.getCause());
        }
    }
}

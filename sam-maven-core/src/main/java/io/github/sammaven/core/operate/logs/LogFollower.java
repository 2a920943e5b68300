package io.github.sammaven.core.operate.logs;

import io.github.sammaven.core.aws.LogEvents;
import io.github.sammaven.core.aws.LogQuery;
import io.github.sammaven.core.aws.TransientServiceException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.Pauser;
import io.github.sammaven.core.report.Warning;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/**
 * Reads what log groups hold and what comes, each second and less often while there are too many calls. Nothing is told
 * twice, and what comes late is told when it comes.
 */
public final class LogFollower {

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration SLOWEST_POLL = Duration.ofSeconds(16);

    private final LogEvents logs;
    private final EventSink events;
    private final Pauser pauser;
    private final InstantSource clock;

    public LogFollower(LogEvents logs, EventSink events, Pauser pauser, InstantSource clock) {
        this.logs = logs;
        this.events = events;
        this.pauser = pauser;
        this.clock = clock;
    }

    /**
     * Goes on until the thread is interrupted or the JVM ends. Faults that may pass are warned about, once, and waited
     * for. The request's end counts for nothing.
     *
     * @throws io.github.sammaven.core.problem.SamException if a group cannot be read
     * @throws InterruptedException if the thread is interrupted
     */
    public void follow(LogRequest request, LogSink sink) throws InterruptedException {
        ExecutorService threads = ReadingThreads.start(request.sources().size());
        try {
            new Following(request, sink, threads).run();
        } finally {
            threads.shutdownNow();
        }
    }

    /** One run of it. */
    private final class Following {

        private final LogRequest request;
        private final LogSink sink;
        private final ExecutorService threads;
        private final PatientPages pages = new PatientPages(logs, pauser);
        private final AbsentGroups absent = new AbsentGroups(events);
        private final Map<LogSource, TailCursor> cursors = new LinkedHashMap<>();
        private boolean troubled;

        Following(LogRequest request, LogSink sink, ExecutorService threads) {
            this.request = request;
            this.sink = sink;
            this.threads = threads;
            request.sources().forEach(source -> cursors.put(source, new TailCursor(request.from())));
        }

        void run() throws InterruptedException {
            Duration interval = POLL;
            while (true) {
                try {
                    poll();
                    troubled = false;
                } catch (TransientServiceException passing) {
                    warn(passing);
                    troubled = true;
                }
                sink.pause();
                interval = next(interval, troubled || pages.refusals() > 0);
                pauser.pause(interval);
            }
        }

        private void poll() throws InterruptedException {
            Instant asked = clock.instant();
            List<GroupEvents> groups = cursors.entrySet().stream()
                    .map(entry -> new GroupEvents(
                            entry.getKey(),
                            query(entry.getKey(), entry.getValue().from(asked)),
                            pages,
                            threads))
                    .toList();
            new MergedEvents(groups).forEach(this::tell, group -> {
                cursors.get(group.source()).completed(asked);
                absent.look(group);
            });
        }

        private LogQuery query(LogSource source, Instant from) {
            return new LogQuery(source.group(), request.filter(), from, Optional.empty());
        }

        private void tell(LogLine line) {
            if (cursors.get(line.source()).isNew(line.event())) {
                sink.line(line);
            }
        }

        private void warn(TransientServiceException passing) {
            if (!troubled) {
                passing.problems()
                        .forEach(problem -> events.accept(new Warning(
                                Problem.warning(problem.mark(), problem.message(), "it is tried again until Ctrl-C"))));
            }
        }
    }

    private static Duration next(Duration interval, boolean slower) {
        Duration next = slower ? interval.multipliedBy(2) : interval.dividedBy(2);
        if (next.compareTo(SLOWEST_POLL) > 0) {
            return SLOWEST_POLL;
        }
        return next.compareTo(POLL) < 0 ? POLL : next;
    }
}

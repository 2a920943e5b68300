package io.github.sammaven.core.operate.logs;

import io.github.sammaven.core.aws.LogEvents;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.Pauser;
import java.util.List;
import java.util.concurrent.ExecutorService;

/** Reads what log groups hold, all groups at a time. A group that is not there is warned about. */
public final class LogReader {

    private final LogEvents logs;
    private final EventSink events;
    private final Pauser pauser;

    public LogReader(LogEvents logs, EventSink events, Pauser pauser) {
        this.logs = logs;
        this.events = events;
        this.pauser = pauser;
    }

    /**
     * Tells everything, then pauses the sink.
     *
     * @throws io.github.sammaven.core.problem.SamException if a group cannot be read
     * @throws InterruptedException if the thread is interrupted
     */
    public void read(LogRequest request, LogSink sink) throws InterruptedException {
        AbsentGroups absent = new AbsentGroups(events);
        PatientPages pages = new PatientPages(logs, pauser);
        ExecutorService threads = ReadingThreads.start(request.sources().size());
        try {
            List<GroupEvents> groups = request.sources().stream()
                    .map(source -> new GroupEvents(source, request.query(source), pages, threads))
                    .toList();
            new MergedEvents(groups).forEach(sink::line, absent::look);
            sink.pause();
        } finally {
            threads.shutdownNow();
        }
    }
}

package io.github.sammaven.core.local.apigateway.websocket;

import io.github.sammaven.core.local.journal.RequestJournal;
import io.github.sammaven.core.local.journal.ServedRequest;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.RequestServed;
import java.time.ZoneId;

/** Tells of each request and message that was answered: a line, and an entry of the journal. */
final class AccessLog {

    private final EventSink events;
    private final RequestJournal journal;
    private final ZoneId zone;

    AccessLog(EventSink events, RequestJournal journal, ZoneId zone) {
        this.events = events;
        this.journal = journal;
        this.zone = zone;
    }

    void add(ServedRequest request) {
        String answeredBy = request.call().map(ServedRequest.Call::function).orElse(request.source());
        events.accept(new RequestServed(
                request.at().atZone(zone).toLocalTime(),
                request.method(),
                request.target(),
                request.status(),
                request.duration(),
                request.bodySize(),
                request.response().length,
                request.call().map(call -> (long) call.event().length).orElse(0L),
                detail(answeredBy, request.remark())));
        journal.add(request);
    }

    private static String detail(String answeredBy, String remark) {
        if (remark.isEmpty()) {
            return answeredBy;
        }
        return remark.startsWith(answeredBy + " ") ? remark : answeredBy + ": " + remark;
    }
}

package io.github.sammaven.core.deploy.follow;

import io.github.sammaven.core.aws.EventPage;
import io.github.sammaven.core.aws.StackEvent;
import io.github.sammaven.core.aws.StackGateway;
import io.github.sammaven.core.aws.TransientServiceException;
import io.github.sammaven.core.deploy.origin.ResourceMarks;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.StackProgress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The events of one stack since {@link #startHere()}, each told once and oldest first. Only ids and the service's order
 * count: several events may have the same time, and the clock of this machine does not matter.
 */
public final class StackEvents {

    private final StackGateway gateway;
    private final String stackId;
    private final ResourceMarks marks;
    private final EventSink sink;
    private final Set<String> known = new HashSet<>();
    private final List<StackEvent> told = new ArrayList<>();
    private String start = "";

    public StackEvents(StackGateway gateway, String stackId, ResourceMarks marks, EventSink sink) {
        this.gateway = gateway;
        this.stackId = stackId;
        this.marks = marks;
        this.sink = sink;
    }

    /** Leaves out what has happened until now. */
    public void startHere() {
        start = gateway.events(stackId, Optional.empty()).events().stream()
                .findFirst()
                .map(StackEvent::id)
                .orElse("");
    }

    /**
     * Leaves out what happened before the operation that runs now, so that all of it is told. If none runs, this is
     * {@link #startHere()}.
     */
    public void startAtRunningOperation() {
        List<StackEvent> newestFirst = new ArrayList<>();
        Optional<String> token = Optional.empty();
        OptionalInt before;
        do {
            EventPage page = gateway.events(stackId, token);
            newestFirst.addAll(page.events());
            token = page.next();
            before = new OperationStart(this::isOfStack).before(newestFirst, token.isEmpty());
        } while (before.isEmpty());
        start = before.getAsInt() < newestFirst.size()
                ? newestFirst.get(before.getAsInt()).id()
                : "";
    }

    /**
     * Tells what is new.
     *
     * @throws TransientServiceException if a page cannot be had now; nothing was told then and nothing is lost
     */
    public void follow() {
        List<StackEvent> fresh = fresh();
        Collections.reverse(fresh);
        for (StackEvent event : fresh) {
            known.add(event.id());
            told.add(event);
            sink.accept(new StackProgress(
                    event.time(),
                    event.logicalId(),
                    event.resourceType(),
                    event.status(),
                    event.reason(),
                    marks.of(event.logicalId())));
        }
    }

    /** Newest first, up to the start or to a page without news. */
    private List<StackEvent> fresh() {
        List<StackEvent> fresh = new ArrayList<>();
        Set<String> collected = new HashSet<>();
        Optional<String> token = Optional.empty();
        do {
            EventPage page = gateway.events(stackId, token);
            List<StackEvent> news = page.events().stream()
                    .takeWhile(event -> !event.id().equals(start))
                    .filter(event -> !known.contains(event.id()) && collected.add(event.id()))
                    .toList();
            fresh.addAll(news);
            boolean reachedStart =
                    page.events().stream().anyMatch(event -> event.id().equals(start));
            token = reachedStart || news.isEmpty() ? Optional.empty() : page.next();
        } while (token.isPresent());
        return fresh;
    }

    /** What was told, oldest first. */
    public List<StackEvent> told() {
        return Collections.unmodifiableList(told);
    }

    public boolean isOfStack(StackEvent event) {
        return event.physicalId().equals(stackId);
    }
}

package io.github.sammaven.core.local.apigateway.websocket;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A clock that stands still until it is told to go on. */
final class VirtualTime extends Clock implements Timer {

    static final Instant START = Instant.parse("2024-02-09T18:11:43.123Z");

    private final List<Planned> planned = new ArrayList<>();
    private Instant now = START;

    private record Planned(Instant at, Duration delay, Runnable action) {}

    @Override
    public synchronized Alarm after(Duration delay, Runnable action) {
        Planned added = new Planned(now.plus(delay), delay, action);
        planned.add(added);
        notifyAll();
        return () -> cancel(added);
    }

    private synchronized void cancel(Planned added) {
        planned.remove(added);
        notifyAll();
    }

    /** Until something is to be done after that time. */
    synchronized void awaitPlanned(Duration delay) throws InterruptedException {
        while (planned.stream().noneMatch(each -> each.delay().equals(delay))) {
            wait();
        }
    }

    synchronized void awaitNothingPlanned() throws InterruptedException {
        while (!planned.isEmpty()) {
            wait();
        }
    }

    void advance(Duration by) {
        Instant end = instant().plus(by);
        for (Optional<Planned> next = next(end); next.isPresent(); next = next(end)) {
            next.get().action().run();
        }
        set(end);
    }

    private synchronized Optional<Planned> next(Instant end) {
        Optional<Planned> next =
                planned.stream().filter(each -> !each.at().isAfter(end)).min(Comparator.comparing(Planned::at));
        next.ifPresent(each -> {
            planned.remove(each);
            now = each.at();
        });
        return next;
    }

    private synchronized void set(Instant end) {
        now = end;
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}

package io.github.sammaven.core.operate.logs;

import io.github.sammaven.core.aws.LogEvent;
import java.time.Duration;
import java.time.Instant;

/**
 * How far a group has been followed. Events become visible late and out of order, so each poll looks back 10 s behind the
 * newest event, and every tenth one 2 minutes; what was told already is known by its id.
 */
final class TailCursor {

    private static final Duration LOOK_BACK = Duration.ofSeconds(10);
    private static final Duration DEEP_LOOK_BACK = Duration.ofMinutes(2);
    /** Calls are refused when the clocks differ by more. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(15);

    private static final int DEEP_EVERY = 10;
    private static final int CAPACITY = 100_000;

    private final Instant start;
    private final SeenEvents seen = new SeenEvents(CAPACITY);
    private long newest;
    private Instant completed;
    private int polls;

    TailCursor(Instant start) {
        this.start = start;
        this.newest = start.toEpochMilli();
        this.completed = start;
    }

    /** From where to ask now. */
    Instant from(Instant now) {
        boolean deep = ++polls % DEEP_EVERY == 0;
        // An event may be dated in the future; others still come before it.
        Instant known = Instant.ofEpochMilli(Math.min(newest, now.toEpochMilli()));
        Instant behindNewest = known.minus(deep ? DEEP_LOOK_BACK : LOOK_BACK);
        // Where nothing is written, what was searched need not be searched for ever.
        Instant behindClock = completed.minus(CLOCK_SKEW);
        Instant from = behindNewest.isAfter(behindClock) ? behindNewest : behindClock;
        if (deep) {
            seen.forgetBefore(from.toEpochMilli());
        }
        return from.isAfter(start) ? from : start;
    }

    /** Whether the event is new. */
    boolean isNew(LogEvent event) {
        if (!seen.add(event.id(), event.timestamp())) {
            return false;
        }
        newest = Math.max(newest, event.timestamp());
        return true;
    }

    /** Everything that was there at that time has been told. */
    void completed(Instant asked) {
        completed = asked;
    }
}

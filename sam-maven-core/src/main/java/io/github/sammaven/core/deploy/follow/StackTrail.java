package io.github.sammaven.core.deploy.follow;

import io.github.sammaven.core.aws.EventPage;
import io.github.sammaven.core.aws.StackEvent;
import io.github.sammaven.core.aws.StackHistory;
import io.github.sammaven.core.aws.StackRefusedException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The events of one stack, each handed out once and in the service's order. Only ids count, not times. A page that
 * cannot be had does not undo the pages before it: the next call goes on from there, or from the newest event if the
 * service does not take the page's token any more.
 */
final class StackTrail {

    private final StackHistory history;
    private final String stackId;
    private final Supplier<Predicate<StackEvent>> boundary;
    private final EventWindow window = new EventWindow();
    private boolean begun;
    private int calls;
    private @Nullable Reading reading;

    /** @param boundary asked about each event from the newest back; the first it accepts and all behind are left out */
    StackTrail(StackHistory history, String stackId, Supplier<Predicate<StackEvent>> boundary) {
        this.history = history;
        this.stackId = stackId;
        this.boundary = boundary;
    }

    /** The way from the newest event back to a known one. */
    private final class Reading {
        private final Map<String, StackEvent> fresh = new LinkedHashMap<>();
        private final List<String> old = new ArrayList<>();
        private final Predicate<StackEvent> isOld = begun ? event -> false : boundary.get();
        private Optional<String> token = Optional.empty();
        private boolean done;

        void add(EventPage page) {
            window.sawPageOf(page.events().size());
            int position = 0;
            int lastFresh = -1;
            boolean settled = false;
            for (StackEvent event : page.events()) {
                if (window.isSettled(event.id())) {
                    settled = true;
                    break;
                }
                if (!window.isKnown(event.id()) && take(event)) {
                    lastFresh = position;
                }
                position++;
            }
            boolean onlyKnownAtItsEnd = !page.events().isEmpty()
                    && lastFresh < page.events().size() - page.events().size() / 2 - 1
                    && window.isKnown(
                            page.events().get(page.events().size() - 1).id());
            done = settled
                    || onlyKnownAtItsEnd
                    || !old.isEmpty()
                    || page.next().isEmpty()
                    || page.next().equals(token);
            token = page.next();
        }

        /** Whether it is new. */
        private boolean take(StackEvent event) {
            if (fresh.containsKey(event.id())) {
                return false;
            }
            if (!old.isEmpty() || isOld.test(event)) {
                old.add(event.id());
                return false;
            }
            fresh.put(event.id(), event.in(stackId));
            return true;
        }
    }

    /** What is new since the last time, oldest first. */
    List<StackEvent> read() {
        if (reading == null) {
            reading = new Reading();
        }
        while (!reading.done) {
            try {
                calls++;
                reading.add(history.events(stackId, reading.token));
            } catch (StackRefusedException refused) {
                if (reading.token.isEmpty()) {
                    throw refused;
                }
                reading = new Reading();
            }
        }
        window.addOld(reading.old);
        window.addNew(reading.fresh.keySet());
        List<StackEvent> oldestFirst = new ArrayList<>(reading.fresh.values());
        Collections.reverse(oldestFirst);
        reading = null;
        begun = true;
        return oldestFirst;
    }

    /** How many pages were asked for until now. */
    int calls() {
        return calls;
    }
}

package io.github.sammaven.core.deploy.follow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Remembers which events of a stack are known. It holds the newest ones only, however many there were: reading goes
 * from the newest back and stops well before the oldest that is remembered, so that events which the service lists in
 * another order the next time, as it may when times are equal, are neither lost nor taken for new ones.
 */
final class EventWindow {

    private static final int LEAST = 100;

    private final List<String> newestFirst = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private final Set<String> settled = new HashSet<>();
    private int largestPage;

    boolean isKnown(String id) {
        return known.contains(id);
    }

    /** Whether nothing that is listed after this event can be new. */
    boolean isSettled(String id) {
        return settled.contains(id);
    }

    /** A window must hold two pages. */
    void sawPageOf(int events) {
        largestPage = Math.max(largestPage, events);
    }

    /** @param ids newest first; they happened before what is followed */
    void addOld(List<String> ids) {
        newestFirst.addAll(ids);
        known.addAll(ids);
        settled.addAll(ids.subList(ids.size() / 2, ids.size()));
    }

    /** @param ids newest first */
    void addNew(Collection<String> ids) {
        newestFirst.addAll(0, ids);
        known.addAll(ids);
        int size = Math.max(LEAST, 2 * largestPage);
        if (newestFirst.size() > size + size / 2) {
            newestFirst.subList(size, newestFirst.size()).clear();
            known.retainAll(new HashSet<>(newestFirst));
            settled.clear();
            settled.addAll(newestFirst.subList(size / 2, size));
        }
    }
}

package io.github.sammaven.core.operate.logs;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** The events of several groups in one order of time. */
record MergedEvents(List<GroupEvents> groups) {

    /** @param done receives each group that is at its end */
    void forEach(Consumer<LogLine> each, Consumer<GroupEvents> done) throws InterruptedException {
        PriorityQueue<GroupEvents> next =
                new PriorityQueue<>(Math.max(1, groups.size()), Comparator.comparingLong(GroupEvents::time));
        for (GroupEvents group : groups) {
            advance(group, next, done);
        }
        while (!next.isEmpty()) {
            GroupEvents first = next.remove();
            each.accept(first.head);
            advance(first, next, done);
        }
    }

    private static void advance(GroupEvents group, PriorityQueue<GroupEvents> next, Consumer<GroupEvents> done)
            throws InterruptedException {
        group.advance();
        if (group.head == null) {
            done.accept(group);
        } else {
            next.add(group);
        }
    }
}

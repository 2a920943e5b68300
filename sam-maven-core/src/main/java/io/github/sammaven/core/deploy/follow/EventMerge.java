package io.github.sammaven.core.deploy.follow;

import io.github.sammaven.core.aws.StackEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;

/** Merges the events of several stacks by time. Those of one stack keep the service's order whatever their times are. */
final class EventMerge {

    private EventMerge() {}

    /** An event and the stack it was read from. */
    record Placed(StackEvent event, FollowedStack stack) {}

    private static final class Head {
        private final FollowedStack stack;
        private final Iterator<StackEvent> rest;
        private StackEvent event;

        Head(FollowedStack stack, Iterator<StackEvent> rest) {
            this.stack = stack;
            this.rest = rest;
            this.event = rest.next();
        }

        /** At one time a parent begins before what is nested in it, and ends after. */
        private int rank() {
            return StackState.isFinal(event.status()) ? -stack.depth() : stack.depth() - 1000;
        }
    }

    /** What was read from one stack, oldest first. */
    record Batch(FollowedStack stack, List<StackEvent> events) {}

    static List<Placed> byTime(List<Batch> batches) {
        PriorityQueue<Head> heads = new PriorityQueue<>(
                Comparator.<Head, Instant>comparing(head -> head.event.time()).thenComparingInt(Head::rank));
        batches.stream()
                .filter(batch -> !batch.events().isEmpty())
                .forEach(batch ->
                        heads.add(new Head(batch.stack(), batch.events().iterator())));
        List<Placed> merged = new ArrayList<>();
        while (!heads.isEmpty()) {
            Head head = heads.remove();
            merged.add(new Placed(head.event, head.stack));
            if (head.rest.hasNext()) {
                head.event = head.rest.next();
                heads.add(head);
            }
        }
        return merged;
    }
}

package io.github.sammaven.core.deploy.follow;

import io.github.sammaven.core.aws.StackEvent;
import java.time.Instant;
import java.util.function.Predicate;

/**
 * Finds where the part of a nested stack in an operation began: after the last time that the stack came to rest before
 * its parent turned to it. Both times are the service's.
 */
final class NestedStart implements Predicate<StackEvent> {

    private final String stackId;
    private final Instant since;

    /** @param since when the parent turned to it */
    NestedStart(String stackId, Instant since) {
        this.stackId = stackId;
        this.since = since;
    }

    @Override
    public boolean test(StackEvent event) {
        return event.physicalId().equals(stackId)
                && StackState.isFinal(event.status())
                && event.time().isBefore(since);
    }
}

package io.github.sammaven.core.deploy.follow;

import io.github.sammaven.core.aws.StackEvent;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Finds where the newest operation on a stack began. It ran when the stack was looked at, but may have ended since.
 * Asked about events from the newest back, it accepts the first that happened before: what is behind the newest event
 * that names the user or, where no event does, the final status before the newest one of an operation that goes on.
 */
final class OperationStart implements Predicate<StackEvent> {

    private static final String REVIEW = "REVIEW_IN_PROGRESS";
    private static final String BY_A_USER = "user initiated";

    private final String stackId;
    private boolean passed;
    private boolean begun;

    OperationStart(String stackId) {
        this.stackId = stackId;
    }

    @Override
    public boolean test(StackEvent event) {
        if (passed || !event.physicalId().equals(stackId)) {
            return passed;
        }
        if (event.status().equals(REVIEW)) {
            return true;
        }
        boolean ended = StackState.isFinal(event.status());
        passed = event.reason().toLowerCase(Locale.ROOT).startsWith(BY_A_USER);
        begun = begun || !ended;
        return ended && begun;
    }
}

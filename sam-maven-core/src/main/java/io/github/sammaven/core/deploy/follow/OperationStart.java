package io.github.sammaven.core.deploy.follow;

import io.github.sammaven.core.aws.StackEvent;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Finds where the operation that runs on a stack began. Asked about events from the newest back, it accepts the first
 * that happened before; that is the newest of all if nothing runs.
 */
final class OperationStart implements Predicate<StackEvent> {

    private static final String REVIEW = "REVIEW_IN_PROGRESS";
    private static final String BY_A_USER = "user initiated";

    private final String stackId;
    private boolean passed;

    OperationStart(String stackId) {
        this.stackId = stackId;
    }

    @Override
    public boolean test(StackEvent event) {
        if (passed || !event.physicalId().equals(stackId)) {
            return passed;
        }
        passed = event.reason().toLowerCase(Locale.ROOT).startsWith(BY_A_USER);
        return StackState.isFinal(event.status()) || event.status().equals(REVIEW);
    }
}

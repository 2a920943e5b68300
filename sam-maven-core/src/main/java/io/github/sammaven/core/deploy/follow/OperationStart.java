package io.github.sammaven.core.deploy.follow;

import io.github.sammaven.core.aws.StackEvent;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Predicate;

/** Finds where the operation that runs on a stack began. */
final class OperationStart {

    private static final String REVIEW = "REVIEW_IN_PROGRESS";
    private static final String BY_A_USER = "user initiated";

    private final Predicate<StackEvent> ofStack;

    /** @param ofStack whether an event is one of the stack itself */
    OperationStart(Predicate<StackEvent> ofStack) {
        this.ofStack = ofStack;
    }

    /**
     * How many of the events belong to the operation that runs; 0 if none runs. Empty if that takes older events to
     * know.
     *
     * @param complete whether there are no older ones
     */
    OptionalInt before(List<StackEvent> newestFirst, boolean complete) {
        for (int i = 0; i < newestFirst.size(); i++) {
            StackEvent event = newestFirst.get(i);
            if (!ofStack.test(event)) {
                continue;
            }
            if (StackState.isFinal(event.status()) || event.status().equals(REVIEW)) {
                return OptionalInt.of(i);
            }
            if (isByUser(event) && i + 1 < newestFirst.size()) {
                return OptionalInt.of(i + 1);
            }
        }
        return complete ? OptionalInt.of(newestFirst.size()) : OptionalInt.empty();
    }

    private static boolean isByUser(StackEvent event) {
        return event.reason().toLowerCase(Locale.ROOT).startsWith(BY_A_USER);
    }
}

package io.github.sammaven.core.deploy.follow;

import io.github.sammaven.core.aws.StackDescription;
import io.github.sammaven.core.aws.StackEvent;
import io.github.sammaven.core.problem.Problem;
import java.util.List;

/** Looks after what goes on beside a stack while it changes, such as traffic that is shifted. */
public interface StackWatch {

    /**
     * Called each time the stack was looked at, also at its end. A failure that may pass is told and does not stop the
     * deployment.
     *
     * @param events of the operation until now, oldest first: the last of each resource, every failure, and those of
     *     the stacks themselves
     */
    void look(StackDescription stack, List<StackEvent> events);

    /**
     * Called when the stack has ended badly.
     *
     * @return what caused it, worst first; empty if the cause is not here
     */
    List<Problem> causes();

    /** Sees nothing. */
    static StackWatch none() {
        return new StackWatch() {
            @Override
            public void look(StackDescription stack, List<StackEvent> events) {}

            @Override
            public List<Problem> causes() {
                return List.of();
            }
        };
    }
}

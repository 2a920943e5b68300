package io.github.sammaven.core.aws;

import java.util.List;
import java.util.Optional;

/** What happened to the stacks of one account and region. The methods throw as those of {@link StackGateway} do. */
public interface StackHistory {

    /**
     * One page of a stack's events.
     *
     * @param stackId the stack's id, so that a deleted one has events too
     * @param page token of the page; empty for the newest
     */
    EventPage events(String stackId, Optional<String> page);

    /**
     * What the service itself has found to be wrong in an operation: failed validations, hooks and resources.
     *
     * @param operationId as in {@link StackEvent#operationId()}
     * @return oldest first; empty also where the service does not keep such a list
     */
    List<OperationFailure> failuresOf(String operationId);

    /** The same for a change set that cannot be executed. */
    List<OperationFailure> failuresOf(ChangeSetId changeSet);
}

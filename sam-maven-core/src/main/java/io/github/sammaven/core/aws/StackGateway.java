package io.github.sammaven.core.aws;

import java.util.Optional;

/**
 * The stacks of one account and region. Every method throws a {@code SamException} with the way out when the service
 * refuses or cannot be reached: a {@link TransientServiceException} if the same call may work a little later, a
 * {@link StackRefusedException} if the service understood the call and does not want it.
 */
public interface StackGateway extends StackHistory {

    /** Where the stacks are. */
    String region();

    /**
     * @param stack name or id; by name, a deleted stack does not exist
     * @return empty if there is no such stack
     */
    Optional<StackDescription> describe(String stack);

    /** Begins to work out what a deployment would do; the change set is not ready when this returns. */
    ChangeSetId createChangeSet(ChangeSetRequest request);

    /** The state of a change set with all of its changes. */
    ChangeSetDescription describeChangeSet(ChangeSetId changeSet);

    /**
     * Begins to carry out a change set.
     *
     * @param disableRollback whether resources stay as they are when one of them fails
     */
    void executeChangeSet(ChangeSetId changeSet, boolean disableRollback);

    void deleteChangeSet(ChangeSetId changeSet);

    /** Begins to delete a stack. */
    void deleteStack(String stackId);
}

package io.github.sammaven.core.aws;

import java.util.List;
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

    /**
     * How far a change set has come.
     *
     * @param changeSet ARN of the change set, or its name
     * @param stack name or id of its stack; not needed with an ARN
     * @return empty if there is no such change set
     */
    Optional<ChangeSetState> changeSet(String changeSet, Optional<String> stack);

    /** ARNs of a stack's change sets that were not executed; one that is being deleted may be among them. */
    List<String> changeSets(String stackId);

    /** Begins to delete a stack. */
    void deleteStack(String stackId);

    /** Begins once more to undo an update that could not be undone. */
    void continueRollback(String stackId);

    /** Protects a stack from being deleted, or no longer does. */
    void protectFromTermination(String stackId, boolean protect);
}

package io.github.sammaven.core.aws;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Stacks that may be deleted, and what else one must know to do so. Methods throw as those of {@link StackGateway}. */
public interface RemovableStacks {

    /**
     * @param stack name or id; by name, a deleted stack does not exist
     * @return empty if there is no such stack
     */
    Optional<RemovableStack> describe(String stack);

    /** Every stack of the account and region that is not deleted, nested ones too. */
    List<RemovableStack> all();

    /**
     * A template as it was sent.
     *
     * @param changeSet ARN of a change set whose template is meant; if empty, that of the stack
     * @return empty if there is none, or no such stack any more
     */
    Optional<String> original(String stackId, Optional<String> changeSet);

    /** The stack's template after its transforms; empty if there is none. */
    Optional<String> processed(String stackId);

    /** ARNs of the change sets that can still be executed. */
    List<String> pendingChangeSets(String stackId);

    /** What is in a stack now, without what is deleted. */
    List<StackResource> resources(String stackId);

    /** Switches termination protection off. */
    void endProtection(String stackId);

    /**
     * Begins to delete a stack.
     *
     * @param retained logical ids of what stays; the service takes them only for a stack in {@code DELETE_FAILED}
     */
    void delete(String stackId, Set<String> retained, StackDeletionMode mode);
}

package io.github.sammaven.core.aws;

/**
 * How far a change set has come, without what it would do.
 *
 * @param id the change set and its stack
 * @param name its name
 * @param stackName name of its stack
 * @param status as the service spells it, {@code CREATE_COMPLETE}
 * @param statusReason the service's words for the status; empty if there are none
 * @param executionStatus whether it can be or was carried out, {@code AVAILABLE}
 * @param decidesOnFailure whether it says itself what happens if the creation of the stack fails
 */
public record ChangeSetState(
        ChangeSetId id,
        String name,
        String stackName,
        String status,
        String statusReason,
        String executionStatus,
        boolean decidesOnFailure) {

    /** Whether the service still works on it. */
    public boolean isPending() {
        return status.endsWith("_IN_PROGRESS") || status.endsWith("_PENDING");
    }

    /** Whether it can be carried out. */
    public boolean isAvailable() {
        return executionStatus.equals("AVAILABLE");
    }
}

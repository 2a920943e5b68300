package io.github.sammaven.core.aws;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened to a stack or to one of its resources.
 *
 * @param stackId the stack whose event it is; may be empty
 * @param operationId the operation it is part of; empty where the service does not number operations
 * @param id unique among all events
 * @param time when, by the service's clock; several events may have the same
 * @param logicalId the resource, or the stack's name for the stack itself
 * @param physicalId what it is called outside of the stack, the stack's id for the stack itself; may be empty
 * @param resourceType CloudFormation type
 * @param status as the service spells it, {@code CREATE_FAILED}
 * @param detailedStatus more about the status, {@code CONFIGURATION_COMPLETE}; empty if there is nothing more
 * @param reason the service's words; empty if there are none
 * @param hook the result of a hook that ran for the resource
 */
public record StackEvent(
        String stackId,
        String operationId,
        String id,
        Instant time,
        String logicalId,
        String physicalId,
        String resourceType,
        String status,
        String detailedStatus,
        String reason,
        Optional<HookResult> hook) {

    /** An event with the least that every service tells. */
    public StackEvent(
            String id,
            Instant time,
            String logicalId,
            String physicalId,
            String resourceType,
            String status,
            String reason) {
        this("", "", id, time, logicalId, physicalId, resourceType, status, "", reason, Optional.empty());
    }

    public boolean isFailure() {
        return status.endsWith("_FAILED");
    }

    /** The same event as one of this stack. */
    public StackEvent in(String stack) {
        return stackId.equals(stack)
                ? this
                : new StackEvent(
                        stack,
                        operationId,
                        id,
                        time,
                        logicalId,
                        physicalId,
                        resourceType,
                        status,
                        detailedStatus,
                        reason,
                        hook);
    }

    /** Whether it is about the stack as a whole. */
    public boolean isOfStack() {
        return physicalId.equals(stackId);
    }
}

package io.github.sammaven.core.report;

import io.github.sammaven.core.problem.SourceMark;
import java.time.Instant;

/**
 * One stack event.
 *
 * @param time when it happened, by the service's clock
 * @param logicalId the resource, or the stack's name for the stack itself
 * @param resourceType its CloudFormation type
 * @param status as the service spells it, {@code CREATE_COMPLETE}
 * @param reason the service's words; empty if there are none
 * @param mark where the resource is in the template; unknown for generated ones
 * @param stack name of the stack it is in; empty for the stack that is deployed
 * @param depth 0 for the stack that is deployed, 1 for a stack nested in it
 */
public record StackProgress(
        Instant time,
        String logicalId,
        String resourceType,
        String status,
        String reason,
        SourceMark mark,
        String stack,
        int depth)
        implements SamEvent {

    /** Progress of the stack that is deployed. */
    public StackProgress(
            Instant time, String logicalId, String resourceType, String status, String reason, SourceMark mark) {
        this(time, logicalId, resourceType, status, reason, mark, "", 0);
    }

    public boolean isFailure() {
        return status.endsWith("_FAILED");
    }
}

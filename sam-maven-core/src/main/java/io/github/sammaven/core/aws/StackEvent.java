package io.github.sammaven.core.aws;

import java.time.Instant;

/**
 * Something that happened to a stack or to one of its resources.
 *
 * @param id unique among all events
 * @param time when, by the service's clock; several events may have the same
 * @param logicalId the resource, or the stack's name for the stack itself
 * @param physicalId what it is called outside of the stack, the stack's id for the stack itself; may be empty
 * @param resourceType CloudFormation type
 * @param status as the service spells it, {@code CREATE_FAILED}
 * @param reason the service's words; empty if there are none
 */
public record StackEvent(
        String id,
        Instant time,
        String logicalId,
        String physicalId,
        String resourceType,
        String status,
        String reason) {}

package io.github.sammaven.core.aws;

import java.util.List;

/**
 * What a change set does to one resource, in the service's words.
 *
 * @param action {@code Add}, {@code Modify}, {@code Remove}, ...
 * @param logicalId the resource
 * @param resourceType its CloudFormation type
 * @param replacement {@code True}, {@code False} or {@code Conditional}; empty if the question does not arise
 * @param properties names of the properties that change, each once
 */
public record PlannedChange(
        String action, String logicalId, String resourceType, String replacement, List<String> properties) {

    public PlannedChange {
        properties = List.copyOf(properties);
    }
}

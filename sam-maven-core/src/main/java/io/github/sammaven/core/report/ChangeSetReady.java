package io.github.sammaven.core.report;

import java.util.List;

/**
 * CloudFormation has worked out what a deployment will do.
 *
 * @param stackName the stack
 * @param region where it is
 * @param changes in the order of the change set
 */
public record ChangeSetReady(String stackName, String region, List<ResourceChange> changes) implements SamEvent {

    public ChangeSetReady {
        changes = List.copyOf(changes);
    }
}

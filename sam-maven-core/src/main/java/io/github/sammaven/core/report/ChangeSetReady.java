package io.github.sammaven.core.report;

import java.util.List;
import java.util.stream.Stream;

/**
 * CloudFormation has worked out what a deployment will do.
 *
 * @param stackName the stack
 * @param region where it is
 * @param changeSet ARN of the change set; empty if it is not known
 * @param changes first what is added, then what is modified, then what is replaced, then what is removed; within that in
 *     the order of the template
 */
public record ChangeSetReady(String stackName, String region, String changeSet, List<ResourceChange> changes)
        implements SamEvent {

    public ChangeSetReady {
        changes = List.copyOf(changes);
    }

    public ChangeSetReady(String stackName, String region, List<ResourceChange> changes) {
        this(stackName, region, "", changes);
    }

    /** All changes, those in nested stacks after the change to the stack they are in. */
    public Stream<ResourceChange> all() {
        return changes.stream().flatMap(ResourceChange::withNested);
    }
}

package io.github.sammaven.core.deploy;

import io.github.sammaven.core.report.ChangeSetReady;
import java.util.Optional;

/**
 * A change set that waits for its execution.
 *
 * @param stackName its stack
 * @param region where it is
 * @param changes what it would do; empty if there is nothing to change, and then there is no change set
 */
public record PlannedDeployment(String stackName, String region, Optional<ChangeSetReady> changes) {

    /** ARN of the change set; empty if there is nothing to change. */
    public Optional<String> changeSet() {
        return changes.map(ChangeSetReady::changeSet);
    }
}

package io.github.sammaven.core.deploy;

import java.time.Duration;

/**
 * A deployment.
 *
 * @param stackName name of the stack, which need not exist
 * @param template the wanted state
 * @param options what else the stack is made with
 * @param failOnEmptyChangeset whether it is a failure that there is nothing to change
 * @param disableRollback whether resources stay as they are when one of them fails
 * @param maxWait how long to wait for the change set and the stack together
 */
public record DeployRequest(
        String stackName,
        StackTemplate template,
        StackOptions options,
        boolean failOnEmptyChangeset,
        boolean disableRollback,
        Duration maxWait) {

    /** As {@code sam deploy} waits by default. */
    public static final Duration DEFAULT_MAX_WAIT = Duration.ofMinutes(60);

    /** With rollback, an hour to wait, and an empty change set as success. */
    public static DeployRequest of(String stackName, StackTemplate template, StackOptions options) {
        return new DeployRequest(stackName, template, options, false, false, DEFAULT_MAX_WAIT);
    }

    public DeployRequest failingOnEmptyChangeset() {
        return new DeployRequest(stackName, template, options, true, disableRollback, maxWait);
    }

    public DeployRequest withoutRollback() {
        return new DeployRequest(stackName, template, options, failOnEmptyChangeset, true, maxWait);
    }

    public DeployRequest waitingAtMost(Duration limit) {
        return new DeployRequest(stackName, template, options, failOnEmptyChangeset, disableRollback, limit);
    }
}

package io.github.sammaven.core.deploy;

import java.time.Duration;

/**
 * A deployment.
 *
 * @param stackName name of the stack, which need not exist
 * @param template the wanted state
 * @param options what else the stack is made with
 * @param mode how it is done
 * @param maxWait how long to wait for the change set and the stack together
 */
public record DeployRequest(
        String stackName, StackTemplate template, StackOptions options, DeployMode mode, Duration maxWait) {

    /** As {@code sam deploy} waits by default. */
    public static final Duration DEFAULT_MAX_WAIT = Duration.ofMinutes(60);

    /** In the standard mode, with an hour to wait. */
    public static DeployRequest of(String stackName, StackTemplate template, StackOptions options) {
        return new DeployRequest(stackName, template, options, DeployMode.standard(), DEFAULT_MAX_WAIT);
    }

    public DeployRequest in(DeployMode other) {
        return new DeployRequest(stackName, template, options, other, maxWait);
    }

    public DeployRequest failingOnEmptyChangeset() {
        return in(mode.failingOnEmptyChangeset());
    }

    public DeployRequest withoutRollback() {
        return in(mode.onFailure(OnFailure.DO_NOTHING));
    }

    public DeployRequest waitingAtMost(Duration limit) {
        return new DeployRequest(stackName, template, options, mode, limit);
    }
}

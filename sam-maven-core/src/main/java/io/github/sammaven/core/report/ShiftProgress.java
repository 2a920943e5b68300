package io.github.sammaven.core.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How far the traffic of one function alias has moved to its new version. Told when anything but the time has changed.
 *
 * @param alias logical id of the alias, or {@code function:alias} where no template is at hand
 * @param deploymentId CodeDeploy's id, {@code d-ABCDEF123}
 * @param state how far the deployment is
 * @param rollback whether the traffic moves back to the version before
 * @param before the hook before traffic moves
 * @param percent share of the traffic that the target version has; empty while nobody knows
 * @param fullAt when all traffic will have moved, by the clock of this machine; empty when nothing moves or nobody knows
 * @param after the hook after traffic has moved
 * @param alarms those that stop the deployment, in the order of the group
 * @param reason the service's words for a bad end; empty otherwise
 */
public record ShiftProgress(
        String alias,
        String deploymentId,
        State state,
        boolean rollback,
        ShiftHook before,
        OptionalInt percent,
        Optional<Instant> fullAt,
        ShiftHook after,
        List<ShiftAlarm> alarms,
        String reason)
        implements SamEvent {

    public ShiftProgress {
        alarms = List.copyOf(alarms);
    }

    /** How far a deployment is. */
    public enum State {
        WAITING,
        RUNNING,
        SUCCEEDED,
        FAILED,
        STOPPED
    }

    /** Whether nothing more will happen. */
    public boolean isOver() {
        return state != State.WAITING && state != State.RUNNING;
    }
}

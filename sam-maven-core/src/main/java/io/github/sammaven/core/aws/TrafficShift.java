package io.github.sammaven.core.aws;

import java.time.Instant;
import java.util.Optional;

/**
 * A deployment of CodeDeploy.
 *
 * @param id {@code d-ABCDEF123}
 * @param group name of its deployment group
 * @param status as it is now
 * @param configName full name of its deployment configuration; empty if unknown
 * @param created when it was made, by the service's clock
 * @param isRollback whether CodeDeploy made it to undo another one
 * @param errorCode why it failed, {@code ALARM_ACTIVE}; empty if it did not
 * @param errorMessage the service's words for that
 * @param rollbackId the deployment that undoes this one
 */
public record TrafficShift(
        String id,
        String group,
        Status status,
        String configName,
        Optional<Instant> created,
        boolean isRollback,
        String errorCode,
        String errorMessage,
        Optional<String> rollbackId) {

    /** How far a deployment is; what only CodeDeploy tells apart is one here. */
    public enum Status {
        WAITING,
        RUNNING,
        SUCCEEDED,
        FAILED,
        STOPPED
    }

    /** Whether nothing more will happen to it. */
    public boolean isOver() {
        return status != Status.WAITING && status != Status.RUNNING;
    }
}

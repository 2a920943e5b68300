package io.github.sammaven.core.aws;

import java.time.Instant;
import java.util.Optional;

/**
 * A lifecycle event of a deployment.
 *
 * @param name {@code BeforeAllowTraffic}, {@code AllowTraffic} or {@code AfterAllowTraffic}
 * @param status how far it is
 * @param started by the service's clock
 * @param ended by the service's clock
 * @param errorCode why it failed, {@code ScriptTimedOut}; empty if it did not
 * @param message the service's words for that
 * @param logTail what CodeDeploy itself kept of the log; often empty
 */
public record ShiftStage(
        String name,
        Status status,
        Optional<Instant> started,
        Optional<Instant> ended,
        String errorCode,
        String message,
        String logTail) {

    public static final String BEFORE = "BeforeAllowTraffic";
    public static final String TRAFFIC = "AllowTraffic";
    public static final String AFTER = "AfterAllowTraffic";

    /** How far a stage is. */
    public enum Status {
        PENDING,
        RUNNING,
        SUCCEEDED,
        FAILED,
        SKIPPED
    }
}

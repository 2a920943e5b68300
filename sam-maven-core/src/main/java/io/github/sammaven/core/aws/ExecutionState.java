package io.github.sammaven.core.aws;

/**
 * An execution of a state machine as it is now.
 *
 * @param status as the service spells it, {@code RUNNING}
 * @param output JSON, once it has succeeded
 * @param error name of the error it failed with
 * @param cause the service's words for it
 */
public record ExecutionState(String arn, String status, String output, String error, String cause) {

    public boolean isRunning() {
        return status.equals("RUNNING") || status.equals("PENDING_REDRIVE");
    }

    public boolean isSuccess() {
        return status.equals("SUCCEEDED");
    }
}

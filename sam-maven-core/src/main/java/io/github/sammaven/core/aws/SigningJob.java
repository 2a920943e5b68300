package io.github.sammaven.core.aws;

import java.util.Optional;

/**
 * A signing job as it is now.
 *
 * @param id its id
 * @param status what has become of it
 * @param reason the service's words for the status; empty if there are none
 * @param signedKey key of the signed object once the job has succeeded
 */
public record SigningJob(String id, Status status, String reason, Optional<String> signedKey) {

    public enum Status {
        IN_PROGRESS,
        SUCCEEDED,
        FAILED
    }
}

package io.github.sammaven.core.aws;

import io.github.sammaven.core.problem.SamException;
import java.util.Optional;

/**
 * Signs archives that are in a bucket. Every method throws a {@link SamException} with the way out when the service
 * refuses or cannot be reached.
 */
public interface CodeSigner {

    /**
     * The id of the newest version of an object; empty if the bucket keeps no versions.
     *
     * @throws SamException also if there is no such object
     */
    Optional<String> version(String bucket, String key);

    /** Begins to sign; returns the id of the job. */
    String start(SigningRequest request);

    /** The state of a job. */
    SigningJob describe(String jobId);
}

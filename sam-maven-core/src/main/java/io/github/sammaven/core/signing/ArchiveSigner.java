package io.github.sammaven.core.signing;

import io.github.sammaven.core.aws.CodeSigner;
import io.github.sammaven.core.aws.SigningJob;
import io.github.sammaven.core.aws.SigningJob.Status;
import io.github.sammaven.core.aws.SigningProfile;
import io.github.sammaven.core.aws.SigningRequest;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.report.Pauser;
import java.time.Duration;
import java.util.Optional;

/** Has uploaded archives signed. May be called from several threads at once. */
public final class ArchiveSigner {

    /** As SAM CLI polls; a job takes some ten seconds. */
    private static final Duration POLL = Duration.ofSeconds(5);

    private static final Duration MAX_WAIT = Duration.ofMinutes(10);

    private final CodeSigner signer;
    private final Pauser pauser;

    public ArchiveSigner(CodeSigner signer, Pauser pauser) {
        this.signer = signer;
        this.pauser = pauser;
    }

    /**
     * Signs an archive and waits for it.
     *
     * @param version the version to sign; if empty, the newest one
     * @return the key of the signed archive, in the same bucket
     * @throws SamException if it is not signed; with the id of the job once there is one
     */
    public String sign(String bucket, String key, Optional<String> version, SigningProfile profile) {
        String signed = version.or(() -> signer.version(bucket, key))
                .orElseThrow(() -> new SamException(
                        "s3://" + bucket + "/" + key + " cannot be signed: the bucket keeps no versions",
                        "let it: aws s3api put-bucket-versioning --bucket " + bucket
                                + " --versioning-configuration Status=Enabled",
                        null));
        String job = signer.start(new SigningRequest(bucket, key, signed, destinationPrefix(key), profile));
        return await(job, key);
    }

    /** What the key of the signed archive begins with: it goes beside the other. */
    static String destinationPrefix(String key) {
        return key.substring(0, key.lastIndexOf('/') + 1) + "signed_";
    }

    private String await(String jobId, String key) {
        try {
            for (Duration waited = Duration.ZERO; waited.compareTo(MAX_WAIT) <= 0; waited = waited.plus(POLL)) {
                SigningJob job = signer.describe(jobId);
                if (job.status() == Status.FAILED) {
                    throw failed(jobId, key, job.reason().isEmpty() ? "AWS gives no reason" : job.reason());
                }
                if (job.status() == Status.SUCCEEDED) {
                    return job.signedKey().orElseThrow(() -> failed(jobId, key, "AWS names no signed object"));
                }
                pauser.pause(POLL);
            }
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new SamException(
                    "the signing job " + jobId + " for " + key + " was not waited for: interrupted", "", interrupt);
        }
        throw failed(jobId, key, "it has not ended after " + MAX_WAIT.toMinutes() + " minutes");
    }

    private static SamException failed(String jobId, String key, String why) {
        return new SamException(
                "the signing job " + jobId + " for " + key + " failed: " + why,
                "see the job: aws signer describe-signing-job --job-id " + jobId,
                null);
    }
}

package io.github.sammaven.core.aws.sdk;

import io.github.sammaven.core.aws.CodeSigner;
import io.github.sammaven.core.aws.SigningJob;
import io.github.sammaven.core.aws.SigningRequest;
import io.github.sammaven.core.problem.SamException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.signer.SignerClient;
import software.amazon.awssdk.services.signer.model.DescribeSigningJobResponse;
import software.amazon.awssdk.services.signer.model.S3SignedObject;
import software.amazon.awssdk.services.signer.model.SignedObject;
import software.amazon.awssdk.services.signer.model.SigningStatus;

/** AWS Signer. The clients are made when they are first needed; whoever made {@link AwsClients} closes them. */
public final class SignerJobs implements CodeSigner {

    private static final int NOT_FOUND = 404;

    private final AwsClients clients;
    private @Nullable SignerClient client;
    private @Nullable S3Client s3;

    public SignerJobs(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public Optional<String> version(String bucket, String key) {
        String address = "s3://" + bucket + "/" + key;
        return clients.errors().calling("s3", "the version of " + address + " cannot be read", () -> {
            try {
                return Written.of(s3().headObject(
                                        request -> request.bucket(bucket).key(key))
                                .versionId())
                        .version();
            } catch (S3Exception refused) {
                if (refused.statusCode() == NOT_FOUND) {
                    throw new SamException(
                            address + " is not there", "upload it again: -Dsam.forceUpload=true", refused);
                }
                throw refused;
            }
        });
    }

    @Override
    public String start(SigningRequest wanted) {
        String what = "s3://" + wanted.bucket() + "/" + wanted.key() + " cannot be signed with the profile "
                + wanted.profile().name();
        return clients.errors().calling("signer", what, () -> signer().startSigningJob(
                        request -> request.source(source -> source.s3(object -> object.bucketName(wanted.bucket())
                                        .key(wanted.key())
                                        .version(wanted.version())))
                                .destination(destination -> destination.s3(place ->
                                        place.bucketName(wanted.bucket()).prefix(wanted.destinationPrefix())))
                                .profileName(wanted.profile().name())
                                .profileOwner(wanted.profile().owner().orElse(null)))
                .jobId());
    }

    @Override
    public SigningJob describe(String jobId) {
        DescribeSigningJobResponse job = clients.errors()
                .calling("signer", "the signing job " + jobId + " cannot be read", () -> signer().describeSigningJob(
                                request -> request.jobId(jobId)));
        return new SigningJob(
                jobId,
                status(job.status()),
                job.statusReason() == null ? "" : job.statusReason(),
                Optional.ofNullable(job.signedObject()).map(SignedObject::s3).map(S3SignedObject::key));
    }

    private static SigningJob.Status status(@Nullable SigningStatus status) {
        if (status == SigningStatus.SUCCEEDED) {
            return SigningJob.Status.SUCCEEDED;
        }
        return status == SigningStatus.FAILED ? SigningJob.Status.FAILED : SigningJob.Status.IN_PROGRESS;
    }

    private synchronized S3Client s3() {
        if (s3 == null) {
            s3 = clients.s3();
        }
        return s3;
    }

    private synchronized SignerClient signer() {
        if (client == null) {
            client = clients.signer();
        }
        return client;
    }
}

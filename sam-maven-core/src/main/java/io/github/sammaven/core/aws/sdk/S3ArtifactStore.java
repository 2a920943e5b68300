package io.github.sammaven.core.aws.sdk;

import io.github.sammaven.core.aws.ArtifactBucket;
import io.github.sammaven.core.aws.ArtifactStore;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/** A bucket in S3. The client is made when it is first needed; whoever made {@link AwsClients} closes it. */
public final class S3ArtifactStore implements ArtifactStore {

    private static final int NOT_FOUND = 404;

    private final AwsClients clients;
    private final ArtifactBucket bucket;
    private @Nullable S3Client client;
    private boolean bucketSeen;

    public S3ArtifactStore(AwsClients clients, ArtifactBucket bucket) {
        this.clients = clients;
        this.bucket = bucket;
    }

    @Override
    public String bucket() {
        return bucket.name();
    }

    @Override
    public boolean contains(String key) {
        try {
            s3().headObject(request -> request.bucket(bucket.name()).key(key));
            return true;
        } catch (S3Exception refused) {
            if (refused.statusCode() == NOT_FOUND) {
                return false;
            }
            throw failures().ofHead(key, refused);
        } catch (SdkException failure) {
            throw failures().other("it is unknown whether " + address(key) + " is there", failure);
        }
    }

    @Override
    public void put(String key, Path file) {
        checkBucket();
        PutObjectRequest.Builder request =
                PutObjectRequest.builder().bucket(bucket.name()).key(key).metadata(bucket.metadata());
        bucket.kmsKeyId()
                .ifPresentOrElse(
                        id -> request.serverSideEncryption(ServerSideEncryption.AWS_KMS)
                                .ssekmsKeyId(id),
                        () -> request.serverSideEncryption(ServerSideEncryption.AES256));
        try {
            s3().putObject(request.build(), RequestBody.fromFile(file));
        } catch (S3Exception refused) {
            throw failures().ofPut(key, refused);
        } catch (SdkException failure) {
            throw failures().other(address(key) + " cannot be written", failure);
        }
    }

    @Override
    public URI url(String key) {
        return URI.create(s3().utilities()
                .getUrl(request -> request.bucket(bucket.name()).key(key))
                .toString());
    }

    /**
     * Asks once for the bucket itself before anything large is sent to one that is not there. Whoever may not list the
     * bucket may still be allowed to write to it, so a refusal says nothing.
     */
    private synchronized void checkBucket() {
        if (bucketSeen) {
            return;
        }
        try {
            s3().headBucket(request -> request.bucket(bucket.name()));
        } catch (S3Exception refused) {
            failures().ofBucket(refused).ifPresent(failure -> {
                throw failure;
            });
        } catch (SdkException failure) {
            throw failures().other("the bucket '" + bucket.name() + "' cannot be reached", failure);
        }
        bucketSeen = true;
    }

    private void list(String key) {
        s3().listObjectsV2(request -> request.bucket(bucket.name()).prefix(key).maxKeys(1));
    }

    private String address(String key) {
        return "s3://" + bucket.name() + "/" + key;
    }

    private S3Failures failures() {
        return new S3Failures(
                clients.errors(),
                bucket,
                s3().serviceClientConfiguration().region().id(),
                this::list);
    }

    private synchronized S3Client s3() {
        if (client == null) {
            client = clients.s3();
        }
        return client;
    }
}

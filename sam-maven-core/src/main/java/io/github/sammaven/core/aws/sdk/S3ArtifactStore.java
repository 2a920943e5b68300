package io.github.sammaven.core.aws.sdk;

import io.github.sammaven.core.aws.ArtifactBucket;
import io.github.sammaven.core.aws.ArtifactStore;
import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * A bucket in S3. What can be asked in a plain request is; the client is made when it is first needed. Whoever made
 * {@link AwsClients} closes it.
 */
public final class S3ArtifactStore implements ArtifactStore {

    private static final int NOT_FOUND = 404;

    /** Size of the parts of a large file, that of the AWS CLI. */
    private static final long PART_BYTES = 8 << 20;

    /** Up to this a file is sent as a whole: parts gain less than the full client costs, which sends them. */
    private static final long WHOLE_BYTES = 32 << 20;

    private final AwsClients clients;
    private final ArtifactBucket bucket;
    private final ObjectSettings settings;
    private final long partBytes;
    private final long wholeBytes;
    private @Nullable S3Client client;
    private @Nullable Optional<DirectS3> direct;
    private boolean bucketSeen;

    public S3ArtifactStore(AwsClients clients, ArtifactBucket bucket) {
        this(clients, bucket, PART_BYTES, WHOLE_BYTES);
    }

    /** Sends whatever is larger than a part in parts. */
    S3ArtifactStore(AwsClients clients, ArtifactBucket bucket, long partBytes) {
        this(clients, bucket, partBytes, partBytes);
    }

    private S3ArtifactStore(AwsClients clients, ArtifactBucket bucket, long partBytes, long wholeBytes) {
        this.clients = clients;
        this.bucket = bucket;
        this.settings = new ObjectSettings(bucket);
        this.partBytes = partBytes;
        this.wholeBytes = wholeBytes;
    }

    @Override
    public String bucket() {
        return bucket.name();
    }

    @Override
    public void prepare() {
        boolean there = direct().map(DirectS3::bucketIsThere).orElse(false);
        synchronized (this) {
            bucketSeen |= there;
        }
    }

    @Override
    public boolean contains(String key) {
        Optional<Boolean> plain = direct().flatMap(s3 -> s3.contains(key));
        if (plain.isPresent()) {
            return plain.get();
        }
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
    public Optional<String> put(String key, Path file) {
        checkBucket();
        try {
            long size = Files.size(file);
            if (size > wholeBytes) {
                return new MultipartUploader(s3(), settings, failures(), partBytes)
                        .upload(key, file)
                        .version();
            }
            FilePart whole = new FilePart(file, 1, 0, size);
            Optional<Written> written = direct().flatMap(s3 -> s3.put(key, whole, settings));
            return written.isPresent() ? written.get().version() : putByClient(key, file);
        } catch (IOException | UncheckedIOException unreadable) {
            throw new SamException(file + " cannot be read: " + unreadable.getMessage(), "", unreadable);
        }
    }

    private Optional<String> putByClient(String key, Path file) {
        try {
            return Written.of(s3().putObject(settings.put(key), RequestBody.fromFile(file))
                            .versionId())
                    .version();
        } catch (S3Exception refused) {
            throw failures().ofPut(key, refused);
        } catch (SdkException failure) {
            throw failures().other(address(key) + " cannot be written", failure);
        }
    }

    @Override
    public URI url(String key) {
        return direct().map(s3 -> s3.url(key))
                .orElseGet(() -> URI.create(s3().utilities()
                        .getUrl(request -> request.bucket(bucket.name()).key(key))
                        .toString()));
    }

    /**
     * Asks once for the bucket itself before anything large is sent to one that is not there. Whoever may not list the
     * bucket may still be allowed to write to it, so a refusal says nothing.
     */
    private synchronized void checkBucket() {
        if (bucketSeen) {
            return;
        }
        if (!direct().map(DirectS3::bucketIsThere).orElse(false)) {
            askClientForBucket();
        }
        bucketSeen = true;
    }

    private void askClientForBucket() {
        try {
            s3().headBucket(request -> request.bucket(bucket.name()));
        } catch (S3Exception refused) {
            failures().ofBucket(refused).ifPresent(failure -> {
                throw failure;
            });
        } catch (SdkException failure) {
            throw failures().other("the bucket '" + bucket.name() + "' cannot be reached", failure);
        }
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

    private synchronized Optional<DirectS3> direct() {
        if (direct == null) {
            direct = clients.directS3(bucket.name());
        }
        return direct;
    }

    private synchronized S3Client s3() {
        if (client == null) {
            client = clients.s3();
        }
        return client;
    }
}

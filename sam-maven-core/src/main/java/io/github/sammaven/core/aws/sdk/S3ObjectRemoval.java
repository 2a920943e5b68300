package io.github.sammaven.core.aws.sdk;

import io.github.sammaven.core.aws.ObjectRemoval;
import io.github.sammaven.core.aws.ObjectVersion;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Error;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Deletes in S3. The client is made when it is first needed. */
public final class S3ObjectRemoval implements ObjectRemoval {

    private static final String SERVICE = "s3";

    /** What servers answer that do not know of versions. */
    private static final Set<Integer> NOT_IMPLEMENTED = Set.of(501, 405);

    private final AwsClients clients;

    public S3ObjectRemoval(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public void versions(String bucket, String prefix, Consumer<List<ObjectVersion>> page) {
        try {
            clients
                    .s3()
                    .listObjectVersionsPaginator(
                            request -> request.bucket(bucket).prefix(prefix))
                    .stream()
                    .map(answer -> Stream.concat(
                                    answer.versions().stream()
                                            .map(found ->
                                                    new ObjectVersion(found.key(), Optional.of(found.versionId()))),
                                    answer.deleteMarkers().stream()
                                            .map(found ->
                                                    new ObjectVersion(found.key(), Optional.of(found.versionId()))))
                            .toList())
                    .forEach(page);
        } catch (NoSuchBucketException gone) {
            return;
        } catch (S3Exception refused) {
            if (!NOT_IMPLEMENTED.contains(refused.statusCode())) {
                throw clients.errors().translate(SERVICE, unlisted(bucket), refused);
            }
            withoutVersions(bucket, prefix, page);
        } catch (SdkException failure) {
            throw clients.errors().translate(SERVICE, unlisted(bucket), failure);
        }
    }

    private void withoutVersions(String bucket, String prefix, Consumer<List<ObjectVersion>> page) {
        clients.errors()
                .calling(
                        SERVICE,
                        unlisted(bucket),
                        () ->
                                clients
                                        .s3()
                                        .listObjectsV2Paginator(request ->
                                                request.bucket(bucket).prefix(prefix))
                                        .stream()
                                        .map(answer -> answer.contents().stream()
                                                .map(found -> new ObjectVersion(found.key(), Optional.empty()))
                                                .toList())
                                        .toList())
                .forEach(page);
    }

    private static String unlisted(String bucket) {
        return "the objects of the bucket " + bucket + " cannot be listed";
    }

    @Override
    public List<String> delete(String bucket, List<ObjectVersion> versions) {
        List<ObjectIdentifier> identifiers = versions.stream()
                .map(version -> ObjectIdentifier.builder()
                        .key(version.key())
                        .versionId(version.version().orElse(null))
                        .build())
                .toList();
        return clients
                .errors()
                .calling(SERVICE, "objects of the bucket " + bucket + " cannot be deleted", () -> clients.s3()
                        .deleteObjects(request -> request.bucket(bucket)
                                .delete(wanted -> wanted.objects(identifiers).quiet(true))))
                .errors()
                .stream()
                .map(error -> refusal(bucket, error))
                .distinct()
                .toList();
    }

    private static String refusal(String bucket, S3Error error) {
        return "s3://" + bucket + "/" + error.key() + " cannot be deleted: " + error.message() + " (" + error.code()
                + ")";
    }

    @Override
    public Optional<String> text(String bucket, String key) {
        try {
            return Optional.of(clients.s3()
                    .getObjectAsBytes(request -> request.bucket(bucket).key(key))
                    .asUtf8String());
        } catch (NoSuchKeyException | NoSuchBucketException gone) {
            return Optional.empty();
        } catch (SdkException failure) {
            throw clients.errors().translate(SERVICE, "s3://" + bucket + "/" + key + " cannot be read", failure);
        }
    }
}

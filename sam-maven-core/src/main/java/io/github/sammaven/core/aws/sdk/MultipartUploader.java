package io.github.sammaven.core.aws.sdk;

import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.work.ParallelWork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Sends a large file in parts, several at once, straight from the file. What a stopped run has left is gone on with: a
 * part counts as sent if its size and MD5 are those of the file's. An upload that fails is taken back.
 */
final class MultipartUploader {

    private static final String CONTENT_TYPE = "application/octet-stream";

    /** What S3 says when somebody else has ended the upload, or has put other bytes into it. */
    private static final Set<String> LOST = Set.of("NoSuchUpload", "InvalidPart");

    private final S3Client client;
    private final ObjectSettings settings;
    private final S3Failures failures;
    private final long partBytes;

    /** @param partBytes size of a part; S3 takes no less than 5 MB */
    MultipartUploader(S3Client client, ObjectSettings settings, S3Failures failures, long partBytes) {
        this.client = client;
        this.settings = settings;
        this.failures = failures;
        this.partBytes = partBytes;
    }

    /** @throws SamException if it cannot be written; nothing of it is left then */
    Written upload(String key, Path file) throws IOException {
        long size = Files.size(file);
        List<FilePart> parts = FilePart.of(file, size, partBytes);
        Optional<UnfinishedUploads.Begun> begun = begun(key, parts);
        if (begun.isPresent()) {
            Optional<Written> resumed = finish(
                            key,
                            size,
                            begun.get().uploadId(),
                            parts,
                            begun.get().parts())
                    .filter(written -> isThere(key, size).isPresent());
            if (resumed.isPresent()) {
                return resumed.get();
            }
        }
        String uploadId = refusable(
                key, () -> client.createMultipartUpload(settings.multipart(key)).uploadId());
        return finish(key, size, uploadId, parts, Map.of())
                .orElseThrow(() -> new SamException(
                        "s3://" + bucket() + "/" + key + " cannot be written: another run has ended the upload",
                        "run only one at a time, then try again",
                        null));
    }

    /** The ETag of what a KMS key encrypts is no MD5: nobody can tell whether such a part is the one we would send. */
    private Optional<UnfinishedUploads.Begun> begun(String key, List<FilePart> parts) throws IOException {
        return settings.bucket().kmsKeyId().isPresent()
                ? Optional.empty()
                : new UnfinishedUploads(client, bucket()).find(key, parts);
    }

    /** Sends what is missing. Empty if the upload is lost and the object is not there. */
    private Optional<Written> finish(
            String key, long size, String uploadId, List<FilePart> parts, Map<Integer, CompletedPart> sent) {
        try {
            Map<Integer, CompletedPart> all = new TreeMap<>(sent);
            List<Callable<CompletedPart>> missing = parts.stream()
                    .filter(part -> !sent.containsKey(part.number()))
                    .map(part -> (Callable<CompletedPart>) () -> send(key, uploadId, part))
                    .toList();
            new ParallelWork<>(missing).run(part -> all.put(part.partNumber(), part));
            String version = refusable(key, () -> client.completeMultipartUpload(request -> request.bucket(bucket())
                            .key(key)
                            .uploadId(uploadId)
                            .multipartUpload(upload -> upload.parts(all.values())))
                    .versionId());
            return Optional.of(Written.of(version));
        } catch (SamException failure) {
            if (isLost(failure)) {
                return isThere(key, size);
            }
            abort(key, uploadId);
            throw failure;
        }
    }

    private CompletedPart send(String key, String uploadId, FilePart part) {
        RequestBody body = RequestBody.fromContentProvider(part.content(), part.length(), CONTENT_TYPE);
        return refusable(key, () -> CompletedPart.builder()
                .partNumber(part.number())
                .eTag(client.uploadPart(
                                request -> request.bucket(bucket())
                                        .key(key)
                                        .uploadId(uploadId)
                                        .partNumber(part.number()),
                                body)
                        .eTag())
                .build());
    }

    /** The object, if it is as large as the file and was written with our settings. */
    private Optional<Written> isThere(String key, long size) {
        try {
            HeadObjectResponse object =
                    client.headObject(request -> request.bucket(bucket()).key(key));
            return object.contentLength() == size && settings.holdFor(object)
                    ? Optional.of(Written.of(object.versionId()))
                    : Optional.empty();
        } catch (SdkException unknown) {
            return Optional.empty();
        }
    }

    /** An upload that is not taken back costs until a rule of the bucket removes it, so an interruption has to wait. */
    private void abort(String key, String uploadId) {
        boolean interrupted = Thread.interrupted();
        try {
            client.abortMultipartUpload(
                    request -> request.bucket(bucket()).key(key).uploadId(uploadId));
        } catch (SdkException notNow) {
            // The failure that led here is the one to tell; the next run goes on with this upload.
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private <T> T refusable(String key, Supplier<T> call) {
        try {
            return call.get();
        } catch (S3Exception refused) {
            throw failures.ofPut(key, refused);
        } catch (SdkException failure) {
            throw failures.other("s3://" + bucket() + "/" + key + " cannot be written", failure);
        }
    }

    private static boolean isLost(SamException failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(S3Exception.class::isInstance)
                .map(S3Exception.class::cast)
                .anyMatch(refused -> refused.awsErrorDetails() != null
                        && LOST.contains(
                                String.valueOf(refused.awsErrorDetails().errorCode())));
    }

    private String bucket() {
        return settings.bucket().name();
    }
}

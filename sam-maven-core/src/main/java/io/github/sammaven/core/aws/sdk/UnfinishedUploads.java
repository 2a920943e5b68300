package io.github.sammaven.core.aws.sdk;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.Part;

/** What earlier runs that were stopped have left in a bucket. Whoever may not look finds nothing. */
final class UnfinishedUploads {

    private final S3Client client;
    private final String bucket;

    UnfinishedUploads(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    /**
     * An upload to go on with.
     *
     * @param parts parts of the file that are there, by number
     */
    record Begun(String uploadId, Map<Integer, CompletedPart> parts) {}

    /** The newest one of {@code key} in which at least one part of the file is. */
    Optional<Begun> find(String key, List<FilePart> parts) throws IOException {
        try {
            List<MultipartUpload> uploads =
                    client
                            .listMultipartUploadsPaginator(
                                    request -> request.bucket(bucket).prefix(key))
                            .uploads()
                            .stream()
                            .filter(upload -> upload.key().equals(key))
                            .sorted(Comparator.comparing(MultipartUpload::initiated)
                                    .reversed())
                            .toList();
            for (MultipartUpload upload : uploads) {
                Map<Integer, CompletedPart> there = partsThere(key, upload.uploadId(), parts);
                if (!there.isEmpty()) {
                    return Optional.of(new Begun(upload.uploadId(), there));
                }
            }
            return Optional.empty();
        } catch (SdkException unknown) {
            return Optional.empty();
        }
    }

    private Map<Integer, CompletedPart> partsThere(String key, String uploadId, List<FilePart> parts)
            throws IOException {
        Map<Integer, CompletedPart> there = new HashMap<>();
        for (Part part : client.listPartsPaginator(
                        request -> request.bucket(bucket).key(key).uploadId(uploadId))
                .parts()) {
            boolean known = part.partNumber() <= parts.size();
            if (known && isSame(part, parts.get(part.partNumber() - 1))) {
                there.put(
                        part.partNumber(),
                        CompletedPart.builder()
                                .partNumber(part.partNumber())
                                .eTag(part.eTag())
                                .build());
            }
        }
        return there;
    }

    private static boolean isSame(Part part, FilePart wanted) throws IOException {
        return part.size() == wanted.length() && part.eTag().replace("\"", "").equals(wanted.md5());
    }
}

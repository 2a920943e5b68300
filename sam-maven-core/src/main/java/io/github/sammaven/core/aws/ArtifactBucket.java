package io.github.sammaven.core.aws;

import java.util.Map;
import java.util.Optional;

/**
 * Where artifacts are uploaded to, and how.
 *
 * @param name name of the bucket
 * @param kmsKeyId KMS key that encrypts the objects; if empty, S3's own keys do (SSE-S3)
 * @param metadata user metadata of each object, at most 2 KB (S3 user guide, object metadata)
 */
public record ArtifactBucket(String name, Optional<String> kmsKeyId, Map<String, String> metadata) {

    public ArtifactBucket {
        metadata = Map.copyOf(metadata);
    }

    /** A bucket with SSE-S3 and without metadata. */
    public static ArtifactBucket named(String name) {
        return new ArtifactBucket(name, Optional.empty(), Map.of());
    }
}

package io.github.sammaven.plugin.wiring;

import io.github.sammaven.core.managed.BucketChoice;
import java.util.Map;
import java.util.Optional;

/**
 * The bucket for what CloudFormation reads, and what becomes of it there.
 *
 * @param choice receives archives, files and templates
 * @param kmsKeyId KMS key that encrypts them; if empty, the keys of S3 do
 * @param metadata user metadata of each
 */
public record BucketOptions(BucketChoice choice, Optional<String> kmsKeyId, Map<String, String> metadata) {

    public BucketOptions {
        metadata = Map.copyOf(metadata);
    }
}

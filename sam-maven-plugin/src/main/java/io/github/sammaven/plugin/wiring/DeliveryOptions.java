package io.github.sammaven.plugin.wiring;

import io.github.sammaven.core.managed.BucketChoice;
import io.github.sammaven.core.managed.CompanionNames;
import io.github.sammaven.core.packaging.PackageOptions;
import io.github.sammaven.core.packaging.image.EcrPublisher;
import io.github.sammaven.core.packaging.image.RepositoryOptions;
import io.github.sammaven.core.signing.SigningProfiles;
import java.util.Map;
import java.util.Optional;

/**
 * Where artifacts go and what becomes of them there, as the user says it.
 *
 * @param bucket receives archives, files and templates
 * @param kmsKeyId KMS key that encrypts them; if empty, the keys of S3 do
 * @param metadata user metadata of each
 * @param signing what is signed
 * @param repositories receive images
 * @param reference how templates name images
 * @param companion names of what is made for functions without a repository
 * @param naming keys and uploads
 */
public record DeliveryOptions(
        BucketChoice bucket,
        Optional<String> kmsKeyId,
        Map<String, String> metadata,
        SigningProfiles signing,
        RepositoryOptions repositories,
        EcrPublisher.Reference reference,
        CompanionNames companion,
        PackageOptions naming) {

    public DeliveryOptions {
        metadata = Map.copyOf(metadata);
    }
}

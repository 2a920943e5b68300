package io.github.sammaven.plugin.wiring;

import io.github.sammaven.core.managed.CompanionNames;
import io.github.sammaven.core.packaging.PackageOptions;
import io.github.sammaven.core.packaging.image.EcrPublisher;
import io.github.sammaven.core.packaging.image.RepositoryOptions;
import io.github.sammaven.core.signing.SigningProfiles;

/**
 * Where artifacts go and what becomes of them there, as the user says it.
 *
 * @param bucket receives archives, files and templates
 * @param signing what is signed
 * @param repositories receive images
 * @param reference how templates name images
 * @param companion names of what is made for functions without a repository
 * @param naming keys and uploads
 */
public record DeliveryOptions(
        BucketOptions bucket,
        SigningProfiles signing,
        RepositoryOptions repositories,
        EcrPublisher.Reference reference,
        CompanionNames companion,
        PackageOptions naming) {}

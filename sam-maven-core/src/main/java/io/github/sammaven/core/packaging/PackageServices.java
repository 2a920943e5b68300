package io.github.sammaven.core.packaging;

import io.github.sammaven.core.aws.ArtifactStore;
import java.util.Optional;

/**
 * What packaging has at hand to bring artifacts to AWS.
 *
 * @param store where archives, files and templates go; if empty, everything stays on this machine and neither credentials
 *     nor a network are used
 * @param images where images go; without it, an image of this machine is refused if there is a store
 * @param signer signs what is uploaded; if empty, nothing is signed
 */
public record PackageServices(
        Optional<ArtifactStore> store, Optional<ImagePublisher> images, Optional<ArtifactSigner> signer) {

    /** Without images and signatures. */
    public static PackageServices of(Optional<ArtifactStore> store) {
        return new PackageServices(store, Optional.empty(), Optional.empty());
    }

    boolean signs(String id) {
        return store.isPresent() && signer.filter(service -> service.signs(id)).isPresent();
    }
}

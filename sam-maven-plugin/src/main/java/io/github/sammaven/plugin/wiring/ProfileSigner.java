package io.github.sammaven.plugin.wiring;

import io.github.sammaven.core.packaging.ArtifactSigner;
import io.github.sammaven.core.signing.ArchiveSigner;
import io.github.sammaven.core.signing.SigningProfiles;
import java.util.Optional;

/** Signs what a profile is given for. */
final class ProfileSigner implements ArtifactSigner {

    private final SigningProfiles profiles;
    private final ArchiveSigner signer;
    private final String bucket;

    ProfileSigner(SigningProfiles profiles, ArchiveSigner signer, String bucket) {
        this.profiles = profiles;
        this.signer = signer;
        this.bucket = bucket;
    }

    @Override
    public boolean signs(String id) {
        return profiles.of(id).isPresent();
    }

    @Override
    public String sign(String id, String key) {
        return signer.sign(bucket, key, Optional.empty(), profiles.of(id).orElseThrow());
    }
}

package io.github.sammaven.plugin.wiring;

import io.github.sammaven.core.aws.sdk.ProfileRegion;
import java.util.Optional;

/** The region of this machine's AWS configuration, known without a call. */
public final class ConfiguredRegion {

    private ConfiguredRegion() {}

    /** @param profile empty for the one in use */
    public static Optional<String> of(Optional<String> profile) {
        return ProfileRegion.of(profile);
    }
}

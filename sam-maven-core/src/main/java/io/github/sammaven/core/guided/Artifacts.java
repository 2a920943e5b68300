package io.github.sammaven.core.guided;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where what is packaged goes, and how it is signed.
 *
 * @param bucket receives the archives; empty for the bucket shared with SAM CLI
 * @param prefix what comes before each key in it; if empty, the name of the stack
 * @param signingProfiles {@code Profile[:OwnerAccount]} by the id of the function or layer
 * @param resolveImageRepos whether repositories are made for images
 * @param imageRepositories repositories that are there, by the id of the function
 */
public record Artifacts(
        Optional<String> bucket,
        Optional<String> prefix,
        Map<String, String> signingProfiles,
        boolean resolveImageRepos,
        Map<String, String> imageRepositories) {

    public Artifacts {
        signingProfiles = Collections.unmodifiableMap(new LinkedHashMap<>(signingProfiles));
        imageRepositories = Collections.unmodifiableMap(new LinkedHashMap<>(imageRepositories));
    }

    /** Nothing is signed and there are no images. */
    public static Artifacts in(Optional<String> bucket) {
        return new Artifacts(bucket, Optional.empty(), Map.of(), false, Map.of());
    }
}

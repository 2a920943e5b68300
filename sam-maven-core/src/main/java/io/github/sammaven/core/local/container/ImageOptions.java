package io.github.sammaven.core.local.container;

import java.util.Map;
import java.util.Optional;

/**
 * What runs and where it comes from.
 *
 * @param instead image by logical id of the function, instead of its own; the empty key is for all others
 * @param pull whether registries are asked for newer images; without it they are asked only for what is missing
 * @param build whether images are built afresh, without results of earlier builds
 */
public record ImageOptions(Map<String, String> instead, boolean pull, boolean build) {

    /** Each function's own image, the newest. */
    public static final ImageOptions DEFAULTS = new ImageOptions(Map.of(), true, false);

    public ImageOptions {
        instead = Map.copyOf(instead);
    }

    Optional<String> insteadOf(String function) {
        return Optional.ofNullable(instead.getOrDefault(function, instead.get("")));
    }
}

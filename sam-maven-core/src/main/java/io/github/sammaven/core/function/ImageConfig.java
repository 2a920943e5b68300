package io.github.sammaven.core.function;

import java.util.List;
import java.util.Optional;

/**
 * What a function starts in its image, the property {@code ImageConfig}.
 *
 * @param entryPoint instead of the image's own; empty to keep that
 * @param command instead of the image's own; empty to keep that
 * @param workingDirectory instead of the image's own
 */
public record ImageConfig(List<String> entryPoint, List<String> command, Optional<String> workingDirectory) {

    /** The image as it is. */
    public static final ImageConfig NONE = new ImageConfig(List.of(), List.of(), Optional.empty());

    public ImageConfig {
        entryPoint = List.copyOf(entryPoint);
        command = List.copyOf(command);
    }
}

package io.github.sammaven.core.build.image;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How images are built.
 *
 * @param memory folder that remembers what was built from what, usually {@code target/sam/images}; made when needed
 * @param project files are shown relative to it
 * @param mode {@code SAM_BUILD_MODE} of the environment: an argument of each build, and the end of each tag
 */
public record ImageBuildOptions(Path memory, Path project, Optional<String> mode) {

    public ImageBuildOptions {
        memory = memory.toAbsolutePath().normalize();
        project = project.toAbsolutePath().normalize();
        mode = mode.filter(text -> !text.isBlank());
    }
}

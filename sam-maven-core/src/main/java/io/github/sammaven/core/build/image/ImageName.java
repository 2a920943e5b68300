package io.github.sammaven.core.build.image;

import io.github.sammaven.core.function.DockerBuild;
import java.util.Locale;
import java.util.Optional;

/**
 * What a built image is called in the engine.
 *
 * @param repository name without tag
 */
record ImageName(String repository, String tag) {

    private static final String LATEST = "latest";

    /**
     * @param functionId gives the name if the build does not
     * @param mode ends the tag
     */
    static ImageName of(String functionId, DockerBuild build, Optional<String> mode) {
        String written = build.imageName().orElseGet(() -> functionId.toLowerCase(Locale.ROOT));
        // A colon before a slash is the port of a registry.
        int colon = written.indexOf(':', written.lastIndexOf('/') + 1);
        String repository = colon < 0 ? written : written.substring(0, colon);
        String tag = build.tag().orElse(colon < 0 ? LATEST : written.substring(colon + 1));
        return new ImageName(repository, mode.map(end -> tag + "-" + end).orElse(tag));
    }

    @Override
    public String toString() {
        return repository + ":" + tag;
    }
}

package io.github.sammaven.plugin.config;

import java.nio.file.Path;

/**
 * Where the goals leave their results for one another and for people.
 *
 * @param path {@code target/sam}
 */
public record SamFolder(Path path) {

    public static SamFolder below(Path buildDirectory) {
        return new SamFolder(buildDirectory.resolve("sam"));
    }

    /** One folder per function and layer. */
    public Path build() {
        return path.resolve("build");
    }

    /** What local endpoints run, one folder per state of the code. */
    public Path local() {
        return path.resolve("local");
    }

    /** Layers made from the third-party jars of functions. */
    public Path layers() {
        return path.resolve("layers");
    }

    /** The template with those layers, as local runs need it. */
    public Path layeredTemplate() {
        return path.resolve("layers.yaml");
    }

    /** Which images were made from what. */
    public Path images() {
        return path.resolve("images");
    }

    /** Which folder or file holds what, as JSON. */
    public Path artifactIndex() {
        return path.resolve("artifacts.json");
    }

    public Path archives() {
        return path.resolve("archives");
    }

    /** How large functions were the last time. */
    public Path sizes() {
        return path.resolve("sizes.json");
    }

    /** The template that {@code deploy} takes. */
    public Path packagedTemplate() {
        return path.resolve("packaged.yaml");
    }

    /** The same as JSON, if that is asked for; then the other is not there. */
    public Path packagedJson() {
        return path.resolve("packaged.json");
    }

    /** What the SAM transform makes of the template. */
    public Path transformedTemplate() {
        return path.resolve("transformed.yaml");
    }

    /** What makes later runs faster; may be removed at any time. */
    public Path cache() {
        return path.resolve("cache");
    }

    /** Reports for CI servers. */
    public Path reports() {
        return path.resolve("reports");
    }

    /** ARN of the change set that waits for its execution. */
    public Path changeSet() {
        return path.resolve("changeset.arn");
    }

    /** The outputs of the deployed stack, as JSON. */
    public Path outputs() {
        return path.resolve("outputs.json");
    }
}

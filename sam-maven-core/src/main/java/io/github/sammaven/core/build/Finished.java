package io.github.sammaven.core.build;

import io.github.sammaven.core.report.ArtifactBuilt;
import java.time.Duration;
import java.util.Optional;

/** An artifact or an image, and how it came to be. */
record Finished(Optional<BuiltArtifact> artifact, Optional<BuiltImage> image, ArtifactBuilt event) {

    static Finished of(BuiltArtifact artifact, long bytes, ArtifactBuilt.Outcome outcome, Duration took) {
        return new Finished(
                Optional.of(artifact),
                Optional.empty(),
                new ArtifactBuilt(artifact.id(), artifact.source(), bytes, outcome, took));
    }

    static Finished of(BuiltImage image, Duration took) {
        return new Finished(
                Optional.empty(),
                Optional.of(image),
                new ArtifactBuilt(image.id(), image.source(), 0, ArtifactBuilt.Outcome.BUILT, took));
    }
}

package io.github.sammaven.core.build;

import io.github.sammaven.core.report.ArtifactBuilt;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a build has made or found up to date.
 *
 * @param artifacts in template order, functions first
 * @param images in template order
 * @param built ids of those that had to be built
 */
public record BuildResult(List<BuiltArtifact> artifacts, List<BuiltImage> images, Set<String> built) {

    public BuildResult {
        artifacts = List.copyOf(artifacts);
        images = List.copyOf(images);
        built = Set.copyOf(built);
    }

    /** Names of the images on this machine, by the ids of their functions. */
    public Map<String, String> imageNames() {
        return images.stream().collect(Collectors.toUnmodifiableMap(BuiltImage::id, BuiltImage::name));
    }

    static BuildResult of(Collection<Finished> finished) {
        return new BuildResult(
                finished.stream().flatMap(one -> one.artifact().stream()).toList(),
                finished.stream().flatMap(one -> one.image().stream()).toList(),
                finished.stream()
                        .map(Finished::event)
                        .filter(event -> event.outcome() == ArtifactBuilt.Outcome.BUILT)
                        .map(ArtifactBuilt::id)
                        .collect(Collectors.toUnmodifiableSet()));
    }
}

package io.github.sammaven.core.build;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What takes the places of the sources in a template after a build.
 *
 * @param paths folder or archive by id of function or layer
 * @param built ids of those that were laid out, in contrast to those that are taken as they are
 * @param images name by id of function
 */
record BuiltContent(Map<String, Path> paths, Set<String> built, Map<String, String> images) {

    /** @param outputFolder what lies in it was laid out */
    static BuiltContent of(BuildResult result, Path outputFolder) {
        return new BuiltContent(
                result.artifacts().stream().collect(Collectors.toMap(BuiltArtifact::id, BuiltArtifact::path)),
                result.artifacts().stream()
                        .filter(artifact -> artifact.path().startsWith(outputFolder))
                        .map(BuiltArtifact::id)
                        .collect(Collectors.toSet()),
                result.images().stream().collect(Collectors.toMap(BuiltImage::id, BuiltImage::name)));
    }

    /** With another place for what was laid out. */
    BuiltContent moved(UnaryOperator<Path> place) {
        return new BuiltContent(
                paths.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                entry -> built.contains(entry.getKey())
                                        ? place.apply(entry.getValue())
                                        : entry.getValue())),
                built,
                images);
    }
}

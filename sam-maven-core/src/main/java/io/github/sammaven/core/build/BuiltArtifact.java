package io.github.sammaven.core.build;

import java.nio.file.Path;

/**
 * The finished content of one function or layer.
 *
 * @param logicalId the function or layer
 * @param path a folder, or a jar or zip file that is taken as it is; absolute
 * @param source where it came from, as shown: a module's name or a path as it is in the template
 */
public record BuiltArtifact(String logicalId, Path path, String source) {}

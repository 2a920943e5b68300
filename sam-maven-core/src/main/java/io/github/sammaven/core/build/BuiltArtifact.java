package io.github.sammaven.core.build;

import java.nio.file.Path;

/**
 * The finished content of one function or layer.
 *
 * @param id of the function or layer: its logical id, behind the path of its stack if that is nested
 * @param path a folder, or a jar or zip file that is taken as it is; absolute
 * @param source where it came from, as shown: a module's name or a path as it is in the template
 */
public record BuiltArtifact(String id, Path path, String source) {}

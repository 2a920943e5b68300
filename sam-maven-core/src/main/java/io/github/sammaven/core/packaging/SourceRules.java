package io.github.sammaven.core.packaging;

import io.github.sammaven.core.archive.FileTree;
import io.github.sammaven.core.archive.PathFilter;
import io.github.sammaven.core.ignore.SamIgnore;
import io.github.sammaven.core.ignore.SecretFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What of a folder goes into an archive. What a build has laid out goes in whole: the build has looked at its sources.
 *
 * @param output the folder with what builds lay out; empty if no folder is looked at
 * @param secrets which files that look like secrets may go in
 */
record SourceRules(Optional<Path> output, SecretFiles secrets) {

    private boolean coverFolder(Path path) {
        return output.filter(built -> !path.startsWith(built)).isPresent() && Files.isDirectory(path);
    }

    PathFilter filter(Path root) {
        return coverFolder(root) ? new SamIgnore(root, output.orElseThrow())::excludes : (path, folder) -> false;
    }

    /** A fault for each file that looks like a secret. */
    List<Fault> secrets(Path root, String shown, FileTree tree) throws IOException {
        if (!coverFolder(root)) {
            return List.of();
        }
        Map<String, Path> files = new LinkedHashMap<>();
        tree.files().forEach(file -> files.put(file.name(), file.path()));
        return secrets.problems(files, shown).stream()
                .map(problem -> new Fault(
                        "refers to a folder with " + problem.mark().file() + ": " + problem.message(),
                        problem.suggestion()))
                .toList();
    }
}

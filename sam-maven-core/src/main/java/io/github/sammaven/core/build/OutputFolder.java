package io.github.sammaven.core.build;

import io.github.sammaven.core.build.folder.FolderRemoval;
import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folder where a build lays out its artifacts.
 *
 * @param path usually {@code target/sam/build}
 */
public record OutputFolder(Path path) {

    /** Removes what an earlier build has laid out for functions and layers that are not there any more. */
    public void keep(BuildResult result) {
        Set<Path> wanted = result.artifacts().stream()
                .filter(artifact -> artifact.path().startsWith(path))
                .map(artifact -> path.resolve(artifact.id()))
                .collect(Collectors.toSet());
        try {
            keep(wanted, path);
        } catch (IOException failed) {
            throw new SamException(path + " cannot be cleared: " + failed.getMessage(), "", failed);
        }
    }

    private static void keep(Set<Path> wanted, Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> entries;
        try (Stream<Path> all = Files.list(folder)) {
            entries = all.toList();
        }
        for (Path entry : entries) {
            if (wanted.contains(entry)) {
                continue;
            }
            if (wanted.stream().anyMatch(inner -> inner.startsWith(entry))) {
                keep(wanted, entry);
            } else if (Files.isDirectory(entry)) {
                new FolderRemoval().remove(entry);
            } else {
                Files.delete(entry);
            }
        }
    }
}

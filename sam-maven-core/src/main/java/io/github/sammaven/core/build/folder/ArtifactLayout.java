package io.github.sammaven.core.build.folder;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which file stands where in an artifact folder.
 *
 * @param files source file by path inside the folder, {@code /}-separated
 */
public record ArtifactLayout(SortedMap<String, Path> files) {

    public ArtifactLayout {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    public static ArtifactLayout of(Map<String, Path> files) {
        return new ArtifactLayout(new TreeMap<>(files));
    }
}

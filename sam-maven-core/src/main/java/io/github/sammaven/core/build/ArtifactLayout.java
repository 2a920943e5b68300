package io.github.sammaven.core.build;

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
record ArtifactLayout(SortedMap<String, Path> files) {

    ArtifactLayout {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    static ArtifactLayout of(Map<String, Path> files) {
        return new ArtifactLayout(new TreeMap<>(files));
    }
}

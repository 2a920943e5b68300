package io.github.sammaven.core.build.workflow;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the result of a build depends on. A target whose inputs are those of its last build is not built again.
 *
 * @param files folders and files whose content counts
 * @param settings everything else that counts by name: versions of tools, options, environment variables
 */
public record BuildInputs(List<Path> files, SortedMap<String, String> settings) {

    public BuildInputs {
        files = List.copyOf(files);
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    }
}

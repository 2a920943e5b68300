package io.github.sammaven.core.size;

import io.github.sammaven.core.limits.ArchiveEntry;
import io.github.sammaven.core.problem.SourceMark;
import java.util.List;

/**
 * What was measured of a function's code.
 *
 * @param logicalId the function
 * @param mark where it is in the template
 * @param zippedBytes size of its archive
 * @param entries the files of its archive
 * @param layerBytes unzipped size of its layers, as far as it is known
 */
public record CodeSize(
        String logicalId, SourceMark mark, long zippedBytes, List<ArchiveEntry> entries, long layerBytes) {

    public CodeSize {
        entries = List.copyOf(entries);
    }
}

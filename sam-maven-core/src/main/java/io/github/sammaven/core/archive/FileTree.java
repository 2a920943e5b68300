package io.github.sammaven.core.archive;

import java.util.List;

/**
 * The files below a folder, or a single one.
 *
 * @param files sorted by name
 * @param faults what cannot be packaged, as clauses such as {@code bin/run is a link that leads nowhere}; in order
 */
public record FileTree(List<TreeFile> files, List<String> faults) {

    public FileTree {
        files = List.copyOf(files);
        faults = List.copyOf(faults);
    }

    /** Sum of the sizes of all files, bytes. */
    public long size() {
        return files.stream().mapToLong(TreeFile::size).sum();
    }
}

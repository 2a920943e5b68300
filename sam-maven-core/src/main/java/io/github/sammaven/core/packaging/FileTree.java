package io.github.sammaven.core.packaging;

import java.util.List;

/**
 * The files below a folder, or a single one.
 *
 * @param files sorted by name
 * @param faults what cannot be packaged, as clauses such as {@code bin/run is a link that leads nowhere}; in order
 */
record FileTree(List<TreeFile> files, List<String> faults) {

    FileTree {
        files = List.copyOf(files);
        faults = List.copyOf(faults);
    }

    /** Sum of the sizes of all files, bytes. */
    long size() {
        return files.stream().mapToLong(TreeFile::size).sum();
    }
}

package io.github.sammaven.core.archive;

import java.util.List;

/**
 * Files and what their content adds up to.
 *
 * @param files sorted by name
 * @param sums one for each file
 * @param hashes of all of them
 */
public record HashedTree(List<TreeFile> files, List<FileSum> sums, ContentHash.OfTree hashes) {

    public HashedTree {
        files = List.copyOf(files);
        sums = List.copyOf(sums);
    }
}

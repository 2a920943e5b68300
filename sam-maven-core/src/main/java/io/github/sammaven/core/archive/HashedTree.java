package io.github.sammaven.core.archive;

import java.io.IOException;
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
        sums = SumTable.of(sums);
    }

    /** @throws IOException if a file cannot be read, or has another size than it had */
    public static HashedTree of(List<TreeFile> sorted) throws IOException {
        List<FileSum> sums = new FileSums().of(sorted);
        return new HashedTree(sorted, sums, ContentHash.of(sorted, sums));
    }
}

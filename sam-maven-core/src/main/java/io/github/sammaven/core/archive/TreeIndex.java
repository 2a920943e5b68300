package io.github.sammaven.core.archive;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is known of the files below a folder from an earlier run. */
final class TreeIndex {

    private final String root;
    private final ContentHash.OfTree hashes;
    private final byte[] listing;
    private final SumTable sums;

    TreeIndex(String root, ContentHash.OfTree hashes, byte[] listing, SumTable sums) {
        this.root = root;
        this.hashes = hashes;
        this.listing = listing;
        this.sums = sums;
    }

    /** @param reading when reading began; a file that was written to shortly before is not trusted the next time */
    static TreeIndex of(String root, HashedTree tree, Instant reading) {
        List<TreeFile> trusted = tree.files().stream()
                .map(file -> file.stamp().isSettledAt(reading) ? file : file.withoutStamp())
                .toList();
        return new TreeIndex(root, tree.hashes(), TreeListing.of(trusted), SumTable.of(tree.sums()));
    }

    /** The folder, or the one file. */
    String root() {
        return root;
    }

    ContentHash.OfTree hashes() {
        return hashes;
    }

    byte[] listing() {
        return listing;
    }

    SumTable sums() {
        return sums;
    }

    /** The tree, if nothing has changed. */
    Optional<HashedTree> tree(List<TreeFile> files) {
        for (TreeFile file : files) {
            if (!file.stamp().isKnown()) {
                return Optional.empty();
            }
        }
        return Arrays.equals(listing, TreeListing.of(files))
                ? Optional.of(new HashedTree(files, sums, hashes))
                : Optional.empty();
    }

    /** The sums of those of {@code files} that have not changed, by name. */
    Map<String, FileSum> current(List<TreeFile> files) {
        Map<String, FileSum> current = new HashMap<>();
        Map<String, TreeFile> byName = new HashMap<>();
        files.forEach(file -> byName.put(file.name(), file));
        List<TreeListing.Entry> entries = TreeListing.entries(listing);
        for (int i = 0; i < entries.size(); i++) {
            TreeListing.Entry entry = entries.get(i);
            TreeFile file = byName.get(entry.name());
            if (file != null && entry.isCurrent(file)) {
                current.put(entry.name(), sums.get(i));
            }
        }
        return current;
    }
}

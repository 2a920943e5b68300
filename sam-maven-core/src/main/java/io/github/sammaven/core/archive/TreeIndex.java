package io.github.sammaven.core.archive;

import java.util.List;

/**
 * What is known of the files below a folder from an earlier run.
 *
 * @param root the folder
 * @param hashes of all files together
 * @param files in the order of an archive
 */
record TreeIndex(String root, ContentHash.OfTree hashes, List<Entry> files) {

    /** A file as it was when its content was read. */
    record Entry(String name, long size, boolean executable, FileStamp stamp, FileSum sum) {

        /** Whether {@code file} still holds what was read. */
        boolean isCurrent(TreeFile file) {
            return stamp.isKnown() && stamp.equals(file.stamp()) && size == file.size();
        }
    }
}

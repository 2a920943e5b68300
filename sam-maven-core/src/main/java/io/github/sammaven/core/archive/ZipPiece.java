package io.github.sammaven.core.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a file that is deflated by itself: most files are one piece, big ones are several.
 *
 * @param index of the file in the archive
 * @param offset where it starts in the file
 * @param length bytes
 */
record ZipPiece(TreeFile file, int index, long offset, int length) {

    /** Bigger pieces make archives no smaller, and smaller ones keep threads no busier. */
    static final int MAX_BYTES = 256 * 1024;

    private static final int MAX_FILES = 64;

    boolean isWhole() {
        return length == file.size();
    }

    boolean isLast() {
        return offset + length == file.size();
    }

    /** What receives the pieces, grouped so that each group is worth a thread's while. */
    interface Groups {

        void add(List<ZipPiece> group) throws IOException;
    }

    /** A group holds several small files, or one piece of a big one. */
    static void group(List<TreeFile> files, Groups groups) throws IOException {
        List<ZipPiece> group = new ArrayList<>();
        long bytes = 0;
        for (int index = 0; index < files.size(); index++) {
            TreeFile file = files.get(index);
            if (!group.isEmpty() && (bytes + file.size() > MAX_BYTES || group.size() == MAX_FILES)) {
                groups.add(List.copyOf(group));
                group.clear();
                bytes = 0;
            }
            if (file.size() > MAX_BYTES) {
                for (long offset = 0; offset < file.size(); offset += MAX_BYTES) {
                    int length = (int) Math.min(MAX_BYTES, file.size() - offset);
                    groups.add(List.of(new ZipPiece(file, index, offset, length)));
                }
            } else {
                group.add(new ZipPiece(file, index, 0, (int) file.size()));
                bytes += file.size();
            }
        }
        if (!group.isEmpty()) {
            groups.add(List.copyOf(group));
        }
    }
}

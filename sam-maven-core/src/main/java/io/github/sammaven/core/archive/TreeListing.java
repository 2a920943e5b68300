package io.github.sammaven.core.archive;

import io.github.sammaven.core.files.FileStamp;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What is seen of files without reading them, as bytes that are compared at once. */
final class TreeListing {

    private static final int FIXED_BYTES = Integer.BYTES + FileStamp.BYTES;

    private TreeListing() {}

    /** A file as it was. */
    record Entry(String name, FileStamp stamp) {

        /** Whether {@code file} still holds what it held. */
        boolean isCurrent(TreeFile file) {
            return stamp.isKnown() && stamp.equals(file.stamp());
        }
    }

    static byte[] of(List<TreeFile> files) {
        List<byte[]> names = new ArrayList<>(files.size());
        int size = 0;
        for (TreeFile file : files) {
            byte[] name = file.nameBytes();
            names.add(name);
            size += FIXED_BYTES + name.length;
        }
        ByteBuffer bytes = ByteBuffer.allocate(size);
        for (int i = 0; i < names.size(); i++) {
            bytes.putInt(names.get(i).length).put(names.get(i));
            files.get(i).stamp().put(bytes);
        }
        return bytes.array();
    }

    static List<Entry> entries(byte[] listing) {
        ByteBuffer bytes = ByteBuffer.wrap(listing);
        List<Entry> entries = new ArrayList<>();
        while (bytes.hasRemaining()) {
            byte[] name = new byte[bytes.getInt()];
            bytes.get(name);
            entries.add(new Entry(new String(name, StandardCharsets.UTF_8), FileStamp.get(bytes)));
        }
        return entries;
    }
}

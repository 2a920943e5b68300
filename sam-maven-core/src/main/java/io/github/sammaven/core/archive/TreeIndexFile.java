package io.github.sammaven.core.archive;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/** Keeps a {@link TreeIndex} in a file. One that is damaged counts as absent. */
final class TreeIndexFile {

    private static final int VERSION = 0x53414d31;
    private static final int HASH_BYTES = 16;
    private static final int CHECKSUM_BYTES = 4;
    private static final int FIXED_BYTES = 3 * Integer.BYTES + 2 * HASH_BYTES + CHECKSUM_BYTES;
    private static final int ENTRY_BYTES = 2 * Integer.BYTES + 3 * Long.BYTES + HASH_BYTES + 1;

    private final Path file;

    TreeIndexFile(Path file) {
        this.file = file;
    }

    Optional<TreeIndex> read() {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            int end = bytes.limit() - CHECKSUM_BYTES;
            if (end < 0 || bytes.getInt(end) != checksum(bytes, end) || bytes.getInt() != VERSION) {
                return Optional.empty();
            }
            String root = text(bytes);
            ContentHash.OfTree hashes = new ContentHash.OfTree(hash(bytes), hash(bytes));
            int count = bytes.getInt();
            List<TreeIndex.Entry> entries = new ArrayList<>(Math.min(count, end / ENTRY_BYTES));
            for (int i = 0; i < count; i++) {
                entries.add(entry(bytes));
            }
            return Optional.of(new TreeIndex(root, hashes, entries));
        } catch (IOException | BufferUnderflowException | IllegalArgumentException unusable) {
            return Optional.empty();
        }
    }

    /** Other runs see the old content or the new one, nothing between. */
    void write(TreeIndex index) throws IOException {
        byte[] root = index.root().getBytes(StandardCharsets.UTF_8);
        List<byte[]> names = new ArrayList<>(index.files().size());
        int size = FIXED_BYTES + root.length;
        for (TreeIndex.Entry entry : index.files()) {
            byte[] name = entry.name().getBytes(StandardCharsets.UTF_8);
            names.add(name);
            size += ENTRY_BYTES + name.length;
        }
        ByteBuffer bytes = ByteBuffer.allocate(size).putInt(VERSION);
        bytes.putInt(root.length).put(root);
        putHash(bytes, index.hashes().content());
        putHash(bytes, index.hashes().contentAndModes());
        bytes.putInt(index.files().size());
        for (int i = 0; i < names.size(); i++) {
            bytes.putInt(names.get(i).length).put(names.get(i));
            put(bytes, index.files().get(i));
        }
        bytes.putInt(checksum(bytes, bytes.position()));
        new WholeFile(file).write(bytes.array());
    }

    private static void put(ByteBuffer bytes, TreeIndex.Entry entry) {
        bytes.putLong(entry.size())
                .put((byte) (entry.executable() ? 1 : 0))
                .putLong(entry.stamp().modified())
                .putLong(entry.stamp().changed())
                .putInt(entry.sum().crc());
        putHash(bytes, entry.sum().md5());
    }

    private static TreeIndex.Entry entry(ByteBuffer bytes) {
        String name = text(bytes);
        long size = bytes.getLong();
        boolean executable = bytes.get() == 1;
        FileStamp stamp = new FileStamp(bytes.getLong(), bytes.getLong());
        int crc = bytes.getInt();
        return new TreeIndex.Entry(name, size, executable, stamp, new FileSum(hash(bytes), crc));
    }

    private static String text(ByteBuffer bytes) {
        int length = bytes.getInt();
        int start = bytes.position();
        bytes.position(start + length);
        return new String(bytes.array(), start, length, StandardCharsets.UTF_8);
    }

    private static String hash(ByteBuffer bytes) {
        int start = bytes.position();
        bytes.position(start + HASH_BYTES);
        return HexFormat.of().formatHex(bytes.array(), start, start + HASH_BYTES);
    }

    private static void putHash(ByteBuffer bytes, String hash) {
        bytes.put(HexFormat.of().parseHex(hash));
    }

    private static int checksum(ByteBuffer bytes, int end) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes.array(), 0, end);
        return (int) checksum.getValue();
    }
}

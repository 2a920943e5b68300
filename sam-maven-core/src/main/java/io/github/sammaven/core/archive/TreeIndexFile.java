package io.github.sammaven.core.archive;

import io.github.sammaven.core.files.WholeFile;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32;

/** Keeps a {@link TreeIndex} in a file. One that is damaged counts as absent. */
final class TreeIndexFile {

    private static final int VERSION = 0x53414d32;
    private static final int CHECKSUM_BYTES = 4;

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
            ContentHash.OfTree hashes = new ContentHash.OfTree(text(bytes), text(bytes));
            return Optional.of(new TreeIndex(root, hashes, field(bytes), new SumTable(field(bytes))));
        } catch (IOException | BufferUnderflowException unusable) {
            return Optional.empty();
        }
    }

    /** Other runs see the old content or the new one, nothing between. */
    void write(TreeIndex index) throws IOException {
        byte[][] fields = {
            bytes(index.root()),
            bytes(index.hashes().content()),
            bytes(index.hashes().contentAndModes()),
            index.listing(),
            index.sums().packed()
        };
        int size = Integer.BYTES + CHECKSUM_BYTES;
        for (byte[] field : fields) {
            size += Integer.BYTES + field.length;
        }
        ByteBuffer bytes = ByteBuffer.allocate(size).putInt(VERSION);
        for (byte[] field : fields) {
            bytes.putInt(field.length).put(field);
        }
        bytes.putInt(checksum(bytes, bytes.position()));
        new WholeFile(file).write(bytes.array());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(ByteBuffer bytes) {
        return new String(field(bytes), StandardCharsets.UTF_8);
    }

    private static byte[] field(ByteBuffer bytes) {
        byte[] field = new byte[bytes.getInt()];
        bytes.get(field);
        return field;
    }

    private static int checksum(ByteBuffer bytes, int end) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes.array(), 0, end);
        return (int) checksum.getValue();
    }
}

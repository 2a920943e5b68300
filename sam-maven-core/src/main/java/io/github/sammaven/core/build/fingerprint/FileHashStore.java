package io.github.sammaven.core.build.fingerprint;

import io.github.sammaven.core.files.FileStamp;
import io.github.sammaven.core.files.WholeFile;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/** A file of remembered hashes, with a checksum at its end. */
final class FileHashStore {

    private static final String FORMAT = "sam-maven file hashes 2";

    private final Path file;

    FileHashStore(Path file) {
        this.file = file;
    }

    /** Empty if there is no such file, or it is damaged. */
    Map<Path, FileHashes.Known> read() {
        if (!Files.isRegularFile(file)) {
            return new HashMap<>();
        }
        CRC32 checksum = new CRC32();
        try (DataInputStream in = new DataInputStream(
                new CheckedInputStream(new BufferedInputStream(Files.newInputStream(file)), checksum))) {
            Map<Path, FileHashes.Known> known = new HashMap<>();
            if (!in.readUTF().equals(FORMAT)) {
                return known;
            }
            int count = in.readInt();
            for (int i = 0; i < count; i++) {
                Path path = file.getFileSystem().getPath(in.readUTF());
                known.put(path, new FileHashes.Known(stamp(in), in.readLong(), in.readUTF()));
            }
            long computed = checksum.getValue();
            return in.readLong() == computed ? known : new HashMap<>();
        } catch (IOException | InvalidPathException damaged) {
            return new HashMap<>();
        }
    }

    private static FileStamp stamp(DataInputStream in) throws IOException {
        byte[] bytes = new byte[FileStamp.BYTES];
        in.readFully(bytes);
        return FileStamp.get(ByteBuffer.wrap(bytes));
    }

    /** The file changes when it is complete. */
    void write(Map<Path, FileHashes.Known> known) throws IOException {
        Files.createDirectories(file.getParent());
        new WholeFile(file).write(unfinished -> write(known, unfinished));
    }

    private static void write(Map<Path, FileHashes.Known> known, Path to) throws IOException {
        CRC32 checksum = new CRC32();
        try (DataOutputStream out = new DataOutputStream(
                new CheckedOutputStream(new BufferedOutputStream(Files.newOutputStream(to)), checksum))) {
            out.writeUTF(FORMAT);
            out.writeInt(known.size());
            for (Map.Entry<Path, FileHashes.Known> entry : known.entrySet()) {
                out.writeUTF(entry.getKey().toString());
                write(entry.getValue(), out);
            }
            out.flush();
            out.writeLong(checksum.getValue());
        }
    }

    private static void write(FileHashes.Known known, DataOutputStream out) throws IOException {
        ByteBuffer stamp = ByteBuffer.allocate(FileStamp.BYTES);
        known.stamp().put(stamp);
        out.write(stamp.array());
        out.writeLong(known.readAt());
        out.writeUTF(known.sha256());
    }
}

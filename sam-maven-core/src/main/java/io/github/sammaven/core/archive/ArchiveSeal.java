package io.github.sammaven.core.archive;

import io.github.sammaven.core.files.FileStamp;
import io.github.sammaven.core.files.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Notes beside an archive what it was when it was complete, so that the next run knows it by its size and times, without
 * reading it. Where those differ, as after a cache was restored, its hash decides.
 *
 * @param archive what is sealed
 * @param file where the note is
 */
record ArchiveSeal(Path archive, Path file) {

    /** Changes whenever archives of the same content get other bytes. */
    private static final String VERSION = "sam-maven 1";

    private static final int FIELDS = 7;

    /** The archive, if it is what it was. It then counts as used at {@code now}. */
    Optional<KeptArchive> check(Instant now) {
        try {
            List<String> noted =
                    List.of(Files.readString(file, StandardCharsets.ISO_8859_1).split("\n"));
            FileStamp stamp = FileStamp.of(archive);
            if (noted.size() != FIELDS || !noted.get(2).equals(Long.toString(stamp.size()))) {
                return Optional.empty();
            }
            String sha256 = noted.get(1);
            if (noted.equals(fields(sha256, stamp))) {
                Files.setLastModifiedTime(file, FileTime.from(now));
                return Optional.of(new KeptArchive(archive, stamp.size(), sha256));
            }
            return noted.get(0).equals(VERSION) && ContentHash.sha256(archive).equals(sha256)
                    ? Optional.of(write(sha256))
                    : Optional.empty();
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    /** Seals the archive as it is. */
    KeptArchive write(String sha256) throws IOException {
        FileStamp now = FileStamp.of(archive);
        new WholeFile(file).write(String.join("\n", fields(sha256, now)).getBytes(StandardCharsets.ISO_8859_1));
        return new KeptArchive(archive, now.size(), sha256);
    }

    private static List<String> fields(String sha256, FileStamp stamp) {
        return List.of(
                VERSION,
                sha256,
                Long.toString(stamp.size()),
                Long.toString(stamp.modified()),
                Long.toString(stamp.changed()),
                Long.toString(stamp.device()),
                Long.toString(stamp.inode()));
    }
}

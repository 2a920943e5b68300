package io.github.sammaven.core.archive;

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

    private static final int FIELDS = 5;

    /** The archive, if it is what it was. */
    Optional<KeptArchive> check() throws IOException {
        List<String> fields;
        FileAttributes now;
        try {
            fields = List.of(Files.readString(file, StandardCharsets.ISO_8859_1).split("\n"));
            now = FileAttributes.read(archive);
        } catch (IOException absent) {
            return Optional.empty();
        }
        if (fields.size() != FIELDS
                || !fields.get(0).equals(VERSION)
                || !fields.get(2).equals(Long.toString(now.size()))) {
            return Optional.empty();
        }
        String sha256 = fields.get(1);
        if (now.stamp().isKnown() && fields.equals(fields(sha256, now))) {
            return Optional.of(new KeptArchive(archive, now.size(), sha256));
        }
        return ContentHash.sha256(archive).equals(sha256) ? Optional.of(write(sha256)) : Optional.empty();
    }

    /** Seals the archive as it is. */
    KeptArchive write(String sha256) throws IOException {
        FileAttributes now = FileAttributes.read(archive);
        new WholeFile(file).write(String.join("\n", fields(sha256, now)).getBytes(StandardCharsets.ISO_8859_1));
        return new KeptArchive(archive, now.size(), sha256);
    }

    /** Keeps the archive from being removed as long unused. */
    void touch(Instant now) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(now));
    }

    private static List<String> fields(String sha256, FileAttributes attributes) {
        return List.of(
                VERSION,
                sha256,
                Long.toString(attributes.size()),
                Long.toString(attributes.stamp().modified()),
                Long.toString(attributes.stamp().changed()));
    }
}

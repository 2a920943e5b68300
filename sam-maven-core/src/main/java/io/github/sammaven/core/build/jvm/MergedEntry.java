package io.github.sammaven.core.build.jvm;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** One file that goes into a merged artifact, wherever it comes from. */
sealed interface MergedEntry {

    InputStream open() throws IOException;

    long size() throws IOException;

    long checksum() throws IOException;

    /** A file of the module itself, or of a module that is not packaged yet. */
    record OfFile(Path file) implements MergedEntry {

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }

        @Override
        public long size() throws IOException {
            return Files.size(file);
        }

        @Override
        public long checksum() throws IOException {
            return checksumOf(file);
        }
    }

    /** An entry of a jar that stays open until everything is written. */
    record OfJar(ZipFile jar, ZipEntry entry) implements MergedEntry {

        @Override
        public InputStream open() throws IOException {
            return jar.getInputStream(entry);
        }

        @Override
        public long size() {
            return entry.getSize();
        }

        @Override
        public long checksum() {
            return entry.getCrc();
        }
    }

    /** Made from several files of one name. */
    record OfBytes(byte[] content) implements MergedEntry {

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(content);
        }

        @Override
        public long size() {
            return content.length;
        }

        @Override
        public long checksum() {
            CRC32 checksum = new CRC32();
            checksum.update(content);
            return checksum.getValue();
        }
    }

    static long checksumOf(Path file) throws IOException {
        try (CheckedInputStream content =
                new CheckedInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16), new CRC32())) {
            content.transferTo(OutputStream.nullOutputStream());
            return content.getChecksum().getValue();
        }
    }
}

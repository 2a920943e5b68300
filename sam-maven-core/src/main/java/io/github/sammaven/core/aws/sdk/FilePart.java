package io.github.sammaven.core.aws.sdk;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import software.amazon.awssdk.http.ContentStreamProvider;

/**
 * A stretch of a file, read when it is sent.
 *
 * @param number from 1 on, as S3 counts parts
 * @param offset where it begins, in bytes
 * @param length its length in bytes
 */
record FilePart(Path file, int number, long offset, long length) {

    /** S3 user guide, multipart upload limits. */
    private static final int MAX_PARTS = 10_000;

    private static final int BUFFER_BYTES = 64 << 10;

    /**
     * All parts of a file.
     *
     * @param size bytes of the file
     * @param atLeast bytes of each part but the last; more if there would be too many
     */
    static List<FilePart> of(Path file, long size, long atLeast) {
        long each = Math.max(atLeast, (size + MAX_PARTS - 1) / MAX_PARTS);
        List<FilePart> parts = new ArrayList<>();
        for (long offset = 0; offset < size; offset += each) {
            parts.add(new FilePart(file, parts.size() + 1, offset, Math.min(each, size - offset)));
        }
        return parts;
    }

    ContentStreamProvider content() {
        return () -> {
            try {
                return open();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        };
    }

    String md5() throws IOException {
        try (DigestInputStream stream = new DigestInputStream(open(), MessageDigest.getInstance("MD5"))) {
            stream.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(stream.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private InputStream open() throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            channel.position(offset);
            return new BufferedInputStream(new Stretch(Channels.newInputStream(channel), length), BUFFER_BYTES);
        } catch (IOException failure) {
            channel.close();
            throw failure;
        }
    }

    /** Ends after so many bytes. */
    private static final class Stretch extends FilterInputStream {

        private long left;

        Stretch(InputStream stream, long length) {
            super(stream);
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            int value = left == 0 ? -1 : super.read();
            left -= value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] buffer, int start, int count) throws IOException {
            int got = left == 0 ? -1 : super.read(buffer, start, (int) Math.min(count, left));
            left -= Math.max(0, got);
            return got;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}

package io.github.sammaven.core.local.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.jspecify.annotations.Nullable;

/** Folders as one tar archive that is made while it is read. */
public final class FolderTar {

    private static final int BUFFER_BYTES = 262_144;

    private final Map<String, Path> folders = new LinkedHashMap<>();

    /**
     * Adds the content of a folder.
     *
     * @param prefix of the names in the archive: empty, or ending in a slash
     */
    public FolderTar with(String prefix, Path folder) {
        folders.put(prefix, folder);
        return this;
    }

    /** The archive. A file that cannot be read fails the reading of the stream. */
    public InputStream stream() throws IOException {
        Reader reader = new Reader();
        PipedOutputStream pipe = new PipedOutputStream(reader);
        Thread writer = new Thread(() -> write(pipe, reader), "sam-local-tar");
        writer.setDaemon(true);
        writer.start();
        return reader;
    }

    /** The failure is told before the pipe ends, and an archive that failed gets no end mark: nobody takes it as whole. */
    private void write(OutputStream pipe, Reader reader) {
        try (pipe) {
            fill(pipe, reader);
        } catch (IOException e) {
            reader.failure = e;
        }
    }

    private void fill(OutputStream pipe, Reader reader) {
        try {
            TarArchiveOutputStream tar = new TarArchiveOutputStream(pipe, StandardCharsets.UTF_8.name());
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            tar.setAddPaxHeadersForNonAsciiNames(true);
            for (Map.Entry<String, Path> folder : folders.entrySet()) {
                Files.walkFileTree(folder.getValue(), new TarEntries(tar, folder.getValue(), folder.getKey()));
            }
            tar.finish();
        } catch (IOException | RuntimeException e) {
            reader.failure = e;
        }
    }

    /** Fails where the JDK's pipe would end as if all were well. */
    private static final class Reader extends PipedInputStream {

        private volatile @Nullable Exception failure;

        Reader() {
            super(BUFFER_BYTES);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return checked(super.read(into, offset, length));
        }

        @Override
        public int read() throws IOException {
            return checked(super.read());
        }

        private int checked(int result) throws IOException {
            Exception present = failure;
            if (result < 0 && present != null) {
                throw new IOException(present.getMessage(), present);
            }
            return result;
        }
    }
}

package io.github.sammaven.core.container;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.jspecify.annotations.Nullable;

/** A context as a tar archive, made piece by piece as it is read. Everything in it belongs to root and has one time. */
final class ContextStream extends InputStream {

    private static final int PIECE_BYTES = 65_536;
    private static final int RUNNABLE = 0755;
    private static final int PLAIN = 0644;
    private static final int LINK = 0777;

    /** 1980-01-01, the time in our zip archives too; some tools take nothing older. */
    private static final long TIME_MS = 315_532_800_000L;

    private final Iterator<Map.Entry<String, ContextEntry>> left;
    private final ByteArrayOutputStream made = new ByteArrayOutputStream(PIECE_BYTES);
    private final TarArchiveOutputStream tar;
    private final byte[] piece = new byte[PIECE_BYTES];
    private InputStream ready = InputStream.nullInputStream();
    private @Nullable InputStream open;
    private String name = "";
    private boolean finished;

    ContextStream(Map<String, ContextEntry> entries) {
        left = entries.entrySet().iterator();
        tar = new TarArchiveOutputStream(made, StandardCharsets.UTF_8.name());
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        tar.setAddPaxHeadersForNonAsciiNames(true);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        int count = ready.read(into, offset, length);
        while (count < 0 && !finished) {
            made.reset();
            advance();
            ready = new ByteArrayInputStream(made.toByteArray());
            count = ready.read(into, offset, length);
        }
        return count;
    }

    private void advance() throws IOException {
        InputStream content = open;
        if (content != null) {
            copyOn(content);
        } else if (left.hasNext()) {
            Map.Entry<String, ContextEntry> next = left.next();
            name = next.getKey();
            begin(next.getValue());
        } else {
            tar.finish();
            finished = true;
        }
    }

    private void copyOn(InputStream content) throws IOException {
        try {
            int count = content.read(piece);
            if (count >= 0) {
                tar.write(piece, 0, count);
                return;
            }
            content.close();
            open = null;
            tar.closeArchiveEntry();
        } catch (IOException e) {
            throw new IOException(name + " cannot be read, or it changed while it was read: " + e.getMessage(), e);
        }
    }

    private void begin(ContextEntry entry) throws IOException {
        if (entry instanceof ContextEntry.Content content) {
            InputStream bytes = Files.newInputStream(content.file());
            open = bytes;
            put(new TarArchiveEntry(name), content.executable() ? RUNNABLE : PLAIN, Files.size(content.file()));
        } else if (entry instanceof ContextEntry.Text text) {
            open = new ByteArrayInputStream(text.bytes());
            put(new TarArchiveEntry(name), PLAIN, text.bytes().length);
        } else if (entry instanceof ContextEntry.Link link) {
            TarArchiveEntry header = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
            header.setLinkName(link.target());
            put(header, LINK, 0);
            tar.closeArchiveEntry();
        } else {
            put(new TarArchiveEntry(name + "/"), RUNNABLE, 0);
            tar.closeArchiveEntry();
        }
    }

    private void put(TarArchiveEntry header, int mode, long size) throws IOException {
        header.setSize(size);
        header.setMode(mode);
        header.setModTime(TIME_MS);
        header.setIds(0, 0);
        header.setNames("", "");
        tar.putArchiveEntry(header);
    }

    @Override
    public void close() throws IOException {
        InputStream content = open;
        if (content != null) {
            content.close();
        }
    }
}

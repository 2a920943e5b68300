package io.github.sammaven.core.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/**
 * Zip archives whose bytes depend on nothing but the files' names, content and executable bits: no folder entries, one
 * fixed time, modes 0644 or 0755, names in UTF-8, no extra fields. The deflated bytes are those of the zlib that the JDK
 * uses; where a system replaces it by another one (zlib-ng), the same tree packs into other bytes of the same meaning.
 * Keys in the bucket are therefore made from the content and not from the archive.
 */
public final class ReproducibleZip {

    private static final LocalDateTime FIXED_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final int LEVEL = 6;
    private static final int REGULAR = 0100644;
    private static final int EXECUTABLE = 0100755;
    private static final int BUFFER_BYTES = 64 * 1024;

    /**
     * Writes {@code files} in the order given. {@code target} appears when it is complete; its folder must exist.
     *
     * @throws IOException if a file cannot be read, or has another size than it had
     */
    public void write(List<TreeFile> files, Path target) throws IOException {
        Path unfinished = target.resolveSibling(target.getFileName() + ".part");
        try {
            try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(unfinished)) {
                zip.setLevel(LEVEL);
                zip.setEncoding("UTF-8");
                zip.setUseLanguageEncodingFlag(true);
                zip.setCreateUnicodeExtraFields(ZipArchiveOutputStream.UnicodeExtraFieldPolicy.NEVER);
                zip.setUseZip64(Zip64Mode.AsNeeded);
                byte[] buffer = new byte[BUFFER_BYTES];
                for (TreeFile file : files) {
                    add(file, zip, buffer);
                }
            }
            Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static void add(TreeFile file, ZipArchiveOutputStream zip, byte[] buffer) throws IOException {
        ZipArchiveEntry entry = new ZipArchiveEntry(file.name());
        entry.setTimeLocal(FIXED_TIME);
        entry.setUnixMode(file.executable() ? EXECUTABLE : REGULAR);
        entry.setSize(file.size());
        zip.putArchiveEntry(entry);
        long copied = 0;
        try (InputStream content = Files.newInputStream(file.path())) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                zip.write(buffer, 0, read);
                copied += read;
            }
        }
        zip.closeArchiveEntry();
        if (copied != file.size()) {
            throw new IOException(file.name() + " was changed while it was being packaged");
        }
    }
}

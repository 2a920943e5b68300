package io.github.sammaven.core.archive;

import io.github.sammaven.core.files.WholeFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/**
 * Zip archives whose bytes depend on nothing but the files' names, content and executable bits: no folder entries, one
 * fixed time, modes 0644 or 0755, names in UTF-8, no extra fields. Deflated on several threads, whose number makes no
 * difference either. The deflated bytes are those of the zlib that the JDK uses; where a system replaces it by another
 * one (zlib-ng), the same tree packs into other bytes of the same meaning. Keys in the bucket are therefore made from the
 * content and not from the archive.
 */
public final class ReproducibleZip {

    private static final int BUFFER_BYTES = 64 * 1024;

    private final int threads;
    private final Target target;

    /** Opens a file that does not exist yet. */
    interface Target {

        OutputStream open(Path file) throws IOException;
    }

    public ReproducibleZip() {
        this(OrderedTasks.usualThreads());
    }

    ReproducibleZip(int threads) {
        this(threads, file -> Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }

    ReproducibleZip(int threads, Target target) {
        this.threads = threads;
        this.target = target;
    }

    /**
     * Writes {@code files} in the order given. {@code target} appears when it is complete; its folder must exist.
     *
     * @return hex SHA-256 of the archive
     * @throws IOException if a file cannot be read, or has another size than it had
     */
    public String write(List<TreeFile> files, Path target) throws IOException {
        return write(files, Optional.empty(), target);
    }

    /** As {@link #write(List, Path)}, and content must be what was hashed. */
    String write(HashedTree tree, Path target) throws IOException {
        return write(tree.files(), Optional.of(tree.sums()), target);
    }

    private String write(List<TreeFile> files, Optional<List<FileSum>> sums, Path file) throws IOException {
        MessageDigest sha256 = ContentHash.digest("SHA-256");
        new WholeFile(file).write(unfinished -> {
            try (OutputStream output =
                    new BufferedOutputStream(new DigestOutputStream(target.open(unfinished), sha256), BUFFER_BYTES)) {
                new ZipAssembly(new ZipOutput(output), sums).add(files, threads);
            }
        });
        return ContentHash.hex(sha256);
    }
}

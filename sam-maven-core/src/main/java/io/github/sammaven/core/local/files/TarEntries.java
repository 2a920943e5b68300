package io.github.sammaven.core.local.files;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.jspecify.annotations.Nullable;

/** Writes a folder's files into a tar archive, with their modes and links; they belong to root there. */
final class TarEntries implements FileVisitor<Path> {

    private static final Map<PosixFilePermission, Integer> BITS = Map.of(
            PosixFilePermission.OWNER_READ, 0400,
            PosixFilePermission.OWNER_WRITE, 0200,
            PosixFilePermission.OWNER_EXECUTE, 0100,
            PosixFilePermission.GROUP_READ, 0040,
            PosixFilePermission.GROUP_WRITE, 0020,
            PosixFilePermission.GROUP_EXECUTE, 0010,
            PosixFilePermission.OTHERS_READ, 0004,
            PosixFilePermission.OTHERS_WRITE, 0002,
            PosixFilePermission.OTHERS_EXECUTE, 0001);
    private static final int WITHOUT_MODES = 0755;

    private final TarArchiveOutputStream tar;
    private final Path folder;
    private final String prefix;

    TarEntries(TarArchiveOutputStream tar, Path folder, String prefix) {
        this.tar = tar;
        this.folder = folder;
        this.prefix = prefix;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) throws IOException {
        String name = nameOf(visited);
        if (!visited.equals(folder)) {
            TarArchiveEntry entry = new TarArchiveEntry(prefix + name + "/");
            put(entry, visited);
            tar.closeArchiveEntry();
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        String name = nameOf(file);
        if (attributes.isSymbolicLink()) {
            TarArchiveEntry link = new TarArchiveEntry(prefix + name, TarConstants.LF_SYMLINK);
            link.setLinkName(Files.readSymbolicLink(file).toString().replace('\\', '/'));
            tar.putArchiveEntry(link);
            tar.closeArchiveEntry();
        } else if (attributes.isRegularFile()) {
            TarArchiveEntry entry = new TarArchiveEntry(prefix + name);
            entry.setSize(attributes.size());
            put(entry, file);
            Files.copy(file, tar);
            tar.closeArchiveEntry();
        }
        return FileVisitResult.CONTINUE;
    }

    private void put(TarArchiveEntry entry, Path file) throws IOException {
        entry.setMode(modeOf(file));
        entry.setModTime(Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS));
        tar.putArchiveEntry(entry);
    }

    private static int modeOf(Path file) throws IOException {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS);
            return permissions.stream().mapToInt(BITS::get).sum();
        } catch (UnsupportedOperationException e) {
            return WITHOUT_MODES;
        }
    }

    private String nameOf(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
        throw failure;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
        if (failure != null) {
            throw failure;
        }
        return FileVisitResult.CONTINUE;
    }
}

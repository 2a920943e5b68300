package io.github.sammaven.core.local.container;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;

/** Lays a folder's files over those of another. Files are linked where the file system allows, else copied. */
final class MergeInto extends SimpleFileVisitor<Path> {

    private final Path from;
    private final Path to;

    MergeInto(Path from, Path to) {
        this.from = from;
        this.to = to;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
        Path target = to.resolve(from.relativize(folder));
        if (!Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
            Files.deleteIfExists(target);
            Files.createDirectory(target);
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        Path target = to.resolve(from.relativize(file));
        if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("one layer has a folder where another has a file: " + from.relativize(file));
        }
        Files.deleteIfExists(target);
        if (attributes.isSymbolicLink()) {
            copy(file, target);
        } else {
            try {
                Files.createLink(target, file);
            } catch (FileSystemException | UnsupportedOperationException e) {
                // Another disk, or a file of somebody else.
                copy(file, target);
            }
        }
        return FileVisitResult.CONTINUE;
    }

    private static void copy(Path file, Path target) throws IOException {
        Files.copy(file, target, LinkOption.NOFOLLOW_LINKS, StandardCopyOption.COPY_ATTRIBUTES);
    }
}

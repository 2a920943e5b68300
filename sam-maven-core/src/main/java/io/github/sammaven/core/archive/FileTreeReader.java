package io.github.sammaven.core.archive;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;

/**
 * Lists what goes into an archive: every regular file below a folder, links followed. Where the file system keeps no
 * permissions (Windows), every file counts as executable, as otherwise no custom runtime could start.
 */
public final class FileTreeReader {

    private static final char UNDECODABLE = '\uFFFD';

    /** The tree below {@code root}, or the one file it is; faults are part of the result. */
    public FileTree read(Path root) throws IOException {
        return read(root, (path, folder) -> false);
    }

    /** As {@link #read(Path)}, without what {@code filter} excludes below {@code root}. */
    public FileTree read(Path root, PathFilter filter) throws IOException {
        if (Files.isRegularFile(root)) {
            Path file = root.toAbsolutePath();
            return new FileTree(List.of(file(nameIn(file.getParent(), file), file, Files.size(file))), List.of());
        }
        List<TreeFile> files = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        Files.walkFileTree(
                root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes)
                            throws IOException {
                        return !path.equals(root) && filter.excludes(path, true)
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) throws IOException {
                        if (filter.excludes(path, false)) {
                            return FileVisitResult.CONTINUE;
                        }
                        String name = nameIn(root, path);
                        if (!attributes.isRegularFile()) {
                            faults.add(name
                                    + (attributes.isSymbolicLink()
                                            ? " is a link that leads nowhere"
                                            : " is neither a file nor a folder"));
                        } else if (!Files.isReadable(path)) {
                            faults.add(name + " cannot be read: permission denied");
                        } else {
                            files.add(file(name, path, attributes.size()));
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path path, IOException failure) throws IOException {
                        if (!path.equals(root) && filter.excludes(path, Files.isDirectory(path))) {
                            return FileVisitResult.CONTINUE;
                        }
                        faults.add(nameIn(root, path) + reason(failure));
                        return FileVisitResult.CONTINUE;
                    }
                });
        Collections.sort(files);
        Collections.sort(faults);
        return new FileTree(files, faults);
    }

    private static TreeFile file(String name, Path path, long size) throws IOException {
        return new TreeFile(name, path, size, isExecutable(path));
    }

    private static boolean isExecutable(Path path) throws IOException {
        if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return true;
        }
        return Files.readAttributes(path, PosixFileAttributes.class)
                .permissions()
                .contains(PosixFilePermission.OWNER_EXECUTE);
    }

    private static String nameIn(Path root, Path file) {
        String name = root.relativize(file).toString();
        return name.indexOf(UNDECODABLE) < 0
                ? name.replace(root.getFileSystem().getSeparator(), "/")
                : bytesOfName(root, file);
    }

    /**
     * In the locale C the JDK reads names as ASCII only, while a path's URI still holds the bytes the file system has.
     */
    private static String bytesOfName(Path root, Path file) {
        int start = root.toUri().getRawPath().length();
        String rest = file.toUri().getRawPath().substring(start).replace("+", "%2B");
        String name = URLDecoder.decode(rest, StandardCharsets.UTF_8);
        return name.startsWith("/") ? name.substring(1) : name;
    }

    private static String reason(IOException failure) {
        if (failure instanceof FileSystemLoopException) {
            return " is a link to a folder above it";
        }
        if (failure instanceof AccessDeniedException) {
            return " cannot be read: permission denied";
        }
        return failure instanceof NoSuchFileException
                ? " is a link that leads nowhere"
                : " cannot be read: " + failure.getMessage();
    }
}

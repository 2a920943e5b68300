package io.github.sammaven.core.archive;

import io.github.sammaven.core.files.FileStamp;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * Lists what goes into an archive: every regular file below a folder, links followed. Where the file system keeps no
 * permissions (Windows), every file counts as executable, as otherwise no custom runtime could start.
 */
public final class FileTreeReader {

    /** The tree below {@code folder}, or the one file it is; faults are part of the result. */
    public FileTree read(Path root) throws IOException {
        return read(root, (path, folder) -> false);
    }

    /** As {@link #read(Path)}, without what {@code filter} excludes below {@code root}. */
    public FileTree read(Path root, PathFilter filter) throws IOException {
        return new Walk(root, filter).tree();
    }

    /** One walk. Each file costs one look at its attributes, and a second one only if not everyone may read it. */
    private static final class Walk {

        private static final char UNDECODABLE = '\uFFFD';

        private final Path root;
        private final PathFilter filter;
        private final Deque<Path> above = new ArrayDeque<>();
        private final List<TreeFile> files = new ArrayList<>();
        private final List<String> faults = new ArrayList<>();

        Walk(Path root, PathFilter filter) {
            this.root = root;
            this.filter = filter;
        }

        FileTree tree() throws IOException {
            FileStamp stamp = FileStamp.of(root);
            if (stamp.isFolder()) {
                folder(root, "");
            } else {
                Path file = root.toAbsolutePath();
                add(file, file.getFileName().toString(), stamp);
            }
            Collections.sort(files);
            Collections.sort(faults);
            return new FileTree(files, faults);
        }

        private void folder(Path folder, String prefix) throws IOException {
            try {
                Path real = folder.toRealPath();
                if (above.contains(real)) {
                    faults.add(withoutSlash(prefix) + " is a link to a folder above it");
                    return;
                }
                above.push(real);
                try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
                    for (Path child : children) {
                        visit(child, prefix);
                    }
                } finally {
                    above.pop();
                }
            } catch (DirectoryIteratorException failure) {
                faults.add(withoutSlash(prefix) + reason(folder, failure.getCause()));
            } catch (IOException failure) {
                faults.add(withoutSlash(prefix) + reason(folder, failure));
            }
        }

        private void visit(Path path, String prefix) throws IOException {
            String name = prefix + path.getFileName();
            if (name.indexOf(UNDECODABLE) >= 0) {
                name = bytesOfName(path);
            }
            FileStamp stamp;
            try {
                stamp = FileStamp.of(path);
            } catch (IOException failure) {
                if (!filter.excludes(path, Files.isDirectory(path))) {
                    faults.add(name + reason(path, failure));
                }
                return;
            }
            boolean folder = stamp.isFolder();
            if (filter.excludes(path, folder)) {
                return;
            }
            if (folder) {
                folder(path, name + "/");
            } else {
                add(path, name, stamp);
            }
        }

        private void add(Path path, String name, FileStamp stamp) {
            if (!stamp.isFile()) {
                faults.add(name + " is neither a file nor a folder");
            } else if (!stamp.isReadableByAll() && !Files.isReadable(path)) {
                faults.add(name + " cannot be read: permission denied");
            } else {
                files.add(new TreeFile(name, path, stamp.size(), stamp.isExecutable(), stamp));
            }
        }

        /**
         * In the locale C the JDK reads names as ASCII only, while a path's URI still holds the bytes the file system
         * has.
         */
        private String bytesOfName(Path file) {
            int start = root.toUri().getRawPath().length();
            String rest = file.toUri().getRawPath().substring(start).replace("+", "%2B");
            String name = URLDecoder.decode(rest, StandardCharsets.UTF_8);
            return withoutSlash(name.startsWith("/") ? name.substring(1) : name);
        }

        private static String withoutSlash(String name) {
            return name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        }

        private static String reason(Path path, IOException failure) {
            if (failure instanceof AccessDeniedException) {
                return " cannot be read: permission denied";
            }
            return failure instanceof NoSuchFileException || Files.isSymbolicLink(path)
                    ? " is a link that leads nowhere"
                    : " cannot be read: " + failure.getMessage();
        }
    }
}

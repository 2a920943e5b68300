package io.github.sammaven.core.build.folder;

import io.github.sammaven.core.files.FileStamp;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Makes a folder hold exactly the files of a layout; files that are the same already are left alone. */
public final class FolderMirror {

    /** Writes {@code layout} to {@code folder}: copies what is new or changed, removes what is not in the layout. */
    public void write(ArtifactLayout layout, Path folder) throws IOException {
        Files.createDirectories(folder);
        Set<Path> wanted = new HashSet<>();
        layout.files().keySet().forEach(name -> wanted.add(folder.resolve(name)));
        removeOthers(folder, wanted);
        for (Map.Entry<String, Path> entry : layout.files().entrySet()) {
            copy(entry.getValue(), folder.resolve(entry.getKey()));
        }
    }

    private static void copy(Path source, Path target) throws IOException {
        if (isSame(source, target)) {
            return;
        }
        Files.createDirectories(target.getParent());
        Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    }

    private static boolean isSame(Path source, Path target) throws IOException {
        if (!Files.isRegularFile(target)) {
            return false;
        }
        FileStamp from = FileStamp.of(source);
        FileStamp to = FileStamp.of(target);
        return from.size() == to.size()
                && micros(from) == micros(to)
                && from.mode() == to.mode()
                && (from.isSettledAt(to.changed()) || Files.mismatch(source, target) < 0);
    }

    /** A copy keeps the time of its source in microseconds, though file systems know it in nanoseconds. */
    private static long micros(FileStamp stamp) {
        return TimeUnit.NANOSECONDS.toMicros(stamp.modified());
    }

    /** Removes all files below {@code folder} but those in {@code wanted}, and the folders that are empty then. */
    public void removeOthers(Path folder, Set<Path> wanted) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!wanted.contains(file)) {
                    Files.delete(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                if (!visited.equals(folder) && isEmpty(visited)) {
                    Files.delete(visited);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var children = Files.newDirectoryStream(folder)) {
            return !children.iterator().hasNext();
        }
    }
}

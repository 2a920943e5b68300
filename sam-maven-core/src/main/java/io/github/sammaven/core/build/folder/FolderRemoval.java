package io.github.sammaven.core.build.folder;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Removes folders with all that is in them; what links in them lead to is left alone. */
public final class FolderRemoval {

    /** Removes {@code folder}, if there is one. */
    public void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            removeBelow(folder);
            Files.delete(folder);
        }
    }

    /** Leaves {@code folder} there and empty. */
    public void empty(Path folder) throws IOException {
        Files.createDirectories(folder);
        removeBelow(folder);
    }

    private static void removeBelow(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                if (!visited.equals(folder)) {
                    Files.delete(visited);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}

package io.github.sammaven.core.local.process;

import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** A temporary folder, removed when it is closed. */
final class Scratch implements AutoCloseable {

    private final Path folder;

    Scratch() {
        try {
            folder = Files.createTempDirectory("sam-maven-");
        } catch (IOException failed) {
            throw new SamException("no temporary folder can be made: " + failed.getMessage(), "", failed);
        }
    }

    Path folder() {
        return folder;
    }

    /** A file with the content of a resource beside this class; written once. */
    Path resource(String name) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            try (InputStream content = Scratch.class.getResourceAsStream(name)) {
                if (content == null) {
                    throw new IllegalStateException("the resource " + name + " is missing");
                }
                Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return file;
    }

    @Override
    public void close() {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
                        throws IOException {
                    Files.delete(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException stillInUse) {
            folder.toFile().deleteOnExit();
        }
    }
}

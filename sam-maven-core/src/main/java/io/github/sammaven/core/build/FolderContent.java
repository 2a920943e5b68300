package io.github.sammaven.core.build;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The files below a folder by their path in it, links followed, without what tools put there for themselves. */
final class FolderContent {

    private static final Set<String> TOOL_FOLDERS = Set.of(".git", ".aws-sam");

    private final Path buildFolder;

    /** @param buildFolder the project's build folder, which is never part of an artifact taken from above it */
    FolderContent(Path buildFolder) {
        this.buildFolder = buildFolder;
    }

    /** Sorted by name; empty if there is no such folder. */
    Map<String, Path> of(Path folder) throws IOException {
        Map<String, Path> files = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        Files.walkFileTree(
                folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
                        return !visited.equals(folder) && isLeftOut(visited)
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        files.put(nameIn(folder, file), file);
                        return FileVisitResult.CONTINUE;
                    }
                });
        return files;
    }

    private boolean isLeftOut(Path folder) {
        return folder.equals(buildFolder)
                || TOOL_FOLDERS.contains(folder.getFileName().toString());
    }

    private static String nameIn(Path folder, Path file) {
        return folder.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }
}

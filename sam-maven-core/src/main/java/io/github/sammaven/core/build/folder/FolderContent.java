package io.github.sammaven.core.build.folder;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
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
public final class FolderContent {

    private static final Set<String> TOOL_FOLDERS = Set.of(".git", ".aws-sam");

    private final Path buildFolder;

    /** @param buildFolder the project's build folder, which is never part of an artifact taken from above it */
    public FolderContent(Path buildFolder) {
        this.buildFolder = buildFolder;
    }

    /**
     * Sorted by name; empty if there is no such folder.
     *
     * @throws IOException in words for a person if a link leads nowhere or in a circle
     */
    public Map<String, Path> of(Path folder) throws IOException {
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
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                        if (attributes.isSymbolicLink()) {
                            throw new IOException("the link " + file + " leads to nothing");
                        }
                        files.put(nameIn(folder, file), file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                        throw failure instanceof FileSystemLoopException
                                ? new IOException("the link " + file + " leads back to a folder above it", failure)
                                : failure;
                    }
                });
        return files;
    }

    /** Whether something that lies in {@code folder} is not part of an artifact. */
    public boolean leavesOutOf(Path folder) {
        return buildFolder.startsWith(folder)
                || TOOL_FOLDERS.stream().map(folder::resolve).anyMatch(Files::isDirectory);
    }

    private boolean isLeftOut(Path folder) {
        return folder.equals(buildFolder)
                || TOOL_FOLDERS.contains(folder.getFileName().toString());
    }

    private static String nameIn(Path folder, Path file) {
        return folder.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }
}

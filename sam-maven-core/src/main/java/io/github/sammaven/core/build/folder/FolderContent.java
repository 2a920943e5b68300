package io.github.sammaven.core.build.folder;

import io.github.sammaven.core.ignore.SamIgnore;
import io.github.sammaven.core.ignore.SecretFiles;
import io.github.sammaven.core.problem.InvalidTemplateException;
import io.github.sammaven.core.problem.Problem;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The files below a folder by their path in it, links followed, without what {@link SamIgnore} leaves out. */
public final class FolderContent {

    private final Path buildFolder;
    private final Optional<SecretFiles> secrets;

    /** @param buildFolder the project's build folder, which is never part of an artifact taken from above it */
    public FolderContent(Path buildFolder) {
        this(buildFolder, Optional.empty());
    }

    /** As above, for folders a person fills: files that look like secrets are refused unless {@code secrets} allows them. */
    public FolderContent(Path buildFolder, SecretFiles secrets) {
        this(buildFolder, Optional.of(secrets));
    }

    private FolderContent(Path buildFolder, Optional<SecretFiles> secrets) {
        this.buildFolder = buildFolder;
        this.secrets = secrets;
    }

    /**
     * Sorted by name; empty if there is no such folder.
     *
     * @throws IOException in words for a person if a link leads nowhere or in a circle
     * @throws InvalidTemplateException naming every file that looks like a secret
     */
    public Map<String, Path> of(Path folder) throws IOException {
        Map<String, Path> files = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        SamIgnore ignore = new SamIgnore(folder, buildFolder);
        Files.walkFileTree(
                folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes)
                            throws IOException {
                        return !visited.equals(folder) && isLeftOut(visited, ignore)
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                        if (ignore.excludes(file, false)) {
                            return FileVisitResult.CONTINUE;
                        }
                        if (attributes.isSymbolicLink()) {
                            throw new IOException("the link " + file + " leads to nothing");
                        }
                        files.put(nameIn(folder, file), file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                        if (!file.equals(folder) && ignore.excludes(file, Files.isDirectory(file))) {
                            return FileVisitResult.CONTINUE;
                        }
                        throw failure instanceof FileSystemLoopException
                                ? new IOException("the link " + file + " leads back to a folder above it", failure)
                                : failure;
                    }
                });
        refuseSecrets(files, folder);
        return files;
    }

    /** As {@link #of(Path)}, only those whose name in the folder is wanted. */
    public Map<String, Path> of(Path folder, Predicate<String> wanted) throws IOException {
        Map<String, Path> files = of(folder);
        files.keySet().removeIf(wanted.negate());
        return files;
    }

    /**
     * Whether something that lies in {@code folder} is not part of an artifact, as far as a look at its top tells; also if it
     * cannot be read, which {@link #of} says in words.
     */
    public boolean leavesOutOf(Path folder) {
        if (buildFolder.startsWith(folder) || Files.isRegularFile(folder.resolve(SamIgnore.FILE))) {
            return true;
        }
        SamIgnore ignore = new SamIgnore(folder, buildFolder);
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
            for (Path child : children) {
                if (ignore.excludes(child, Files.isDirectory(child))) {
                    return true;
                }
            }
        } catch (IOException unreadable) {
            return true;
        }
        return false;
    }

    /** The build folder stays out in any case: artifacts are written below it. */
    private boolean isLeftOut(Path folder, SamIgnore ignore) throws IOException {
        return folder.equals(buildFolder) || ignore.excludes(folder, true);
    }

    private void refuseSecrets(Map<String, Path> files, Path folder) throws IOException {
        if (secrets.isEmpty()) {
            return;
        }
        List<Problem> problems = secrets.get().problems(files, shown(folder));
        if (!problems.isEmpty()) {
            throw new InvalidTemplateException(problems);
        }
    }

    /** As a path of the project where it is one. */
    private String shown(Path folder) {
        Path project = buildFolder.getParent();
        return project != null && folder.startsWith(project) ? nameIn(project, folder) : folder.toString();
    }

    private static String nameIn(Path folder, Path file) {
        return folder.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }
}

package io.github.sammaven.core.container;

import io.github.sammaven.core.problem.InvalidTemplateException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/** Collects the entries of a context folder. Sockets, pipes and devices are left out. */
final class ContextWalk extends SimpleFileVisitor<Path> {

    private final Path root;
    private final DockerIgnore ignore;
    private final SortedMap<String, ContextEntry> entries;
    private final Set<Path> always = new HashSet<>();
    private final List<Problem> problems = new ArrayList<>();

    ContextWalk(Path root, DockerIgnore ignore, SortedMap<String, ContextEntry> entries) {
        this.root = root;
        this.ignore = ignore;
        this.entries = entries;
    }

    /** A file that is taken in any case, and as a file where it is a link. */
    void always(Path file) throws IOException {
        always.add(file);
        put(file, new ContextEntry.Content(file, false));
    }

    void run() throws IOException {
        Files.walkFileTree(root, this);
        if (!problems.isEmpty()) {
            throw new InvalidTemplateException(problems);
        }
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        if (folder.equals(root)) {
            return FileVisitResult.CONTINUE;
        }
        String name = nameOf(folder);
        if (ignore.takes(name)) {
            put(folder, new ContextEntry.Folder());
            return FileVisitResult.CONTINUE;
        }
        return ignore.looksInto(name) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        String name = nameOf(file);
        if (!always.contains(file) && ignore.takes(name)) {
            if (attributes.isSymbolicLink()) {
                link(file, name);
            } else if (attributes.isRegularFile()) {
                put(file, new ContextEntry.Content(file, isExecutable(file)));
            }
        }
        return FileVisitResult.CONTINUE;
    }

    /** An absolute one means a place in the image: it is none of this machine's. */
    private void link(Path file, String name) throws IOException {
        Path target = Files.readSymbolicLink(file);
        Path seen = root.relativize(file.resolveSibling(target).normalize());
        if (!target.isAbsolute() && seen.startsWith("..")) {
            problems.add(Problem.error(
                    SourceMark.ofFile(name),
                    "the link leads to " + target + ", out of the build context",
                    "copy what it leads to into the context, or leave the link out in .dockerignore"));
            return;
        }
        put(file, new ContextEntry.Link(target.toString().replace('\\', '/')));
    }

    private void put(Path file, ContextEntry entry) {
        entries.put(nameOf(file), entry);
        for (Path above = file.getParent(); !above.equals(root); above = above.getParent()) {
            entries.putIfAbsent(nameOf(above), new ContextEntry.Folder());
        }
    }

    private static boolean isExecutable(Path file) throws IOException {
        try {
            return Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS)
                    .contains(PosixFilePermission.OWNER_EXECUTE);
        } catch (UnsupportedOperationException e) {
            // The docker command too makes everything executable where the system knows no such bit.
            return true;
        }
    }

    private String nameOf(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }
}

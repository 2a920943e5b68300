package io.github.sammaven.core.packaging;

import io.github.sammaven.core.archive.ContentHash;
import io.github.sammaven.core.archive.FileTree;
import io.github.sammaven.core.archive.FileTreeReader;
import io.github.sammaven.core.limits.ArchiveEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Looks at a path and tells what archive it gives, or why it gives none. */
final class ArchiveSourceReader {

    private final FileTreeReader trees = new FileTreeReader();
    private final Path base;

    /** @param base messages show paths below it relative to it */
    ArchiveSourceReader(Path base) {
        this.base = base;
    }

    /**
     * @param source what it gives; empty if there are faults
     * @param faults why it gives nothing
     */
    record Result(Optional<ArchiveSource> source, List<Fault> faults) {

        Result {
            faults = List.copyOf(faults);
        }

        static Result of(ArchiveSource source) {
            return new Result(Optional.of(source), List.of());
        }

        static Result fault(String clause, String suggestion) {
            return new Result(Optional.empty(), List.of(new Fault(clause, suggestion)));
        }
    }

    Result read(Path path) throws IOException {
        if (!Files.exists(path)) {
            return Result.fault(
                    "refers to a file or folder that does not exist: " + shown(path),
                    "paths count from the folder of the template");
        }
        if (Files.isRegularFile(path)) {
            Optional<Result> archive = archive(path);
            if (archive.isPresent()) {
                return archive.get();
            }
        }
        return tree(path);
    }

    private Result tree(Path path) throws IOException {
        FileTree tree = trees.read(path);
        if (!tree.faults().isEmpty()) {
            return new Result(
                    Optional.empty(),
                    tree.faults().stream()
                            .map(fault -> new Fault("refers to " + shown(path) + ", where " + fault, ""))
                            .toList());
        }
        return tree.files().isEmpty()
                ? Result.fault("refers to a folder that holds no file: " + shown(path), "")
                : Result.of(new ArchiveSource.Unpacked(tree.files(), ContentHash.ofTree(tree.files())));
    }

    /** Empty if the file is no archive and does not call itself one. */
    private Optional<Result> archive(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<ArchiveEntry> entries = new ArrayList<>();
            zip.stream()
                    .filter(entry -> !entry.isDirectory())
                    .forEach(entry -> entries.add(new ArchiveEntry(entry.getName(), entry.getSize())));
            return Optional.of(
                    entries.isEmpty()
                            ? Result.fault("refers to an archive that holds no file: " + shown(file), "")
                            : Result.of(new ArchiveSource.Ready(file, ContentHash.md5(file), entries)));
        } catch (ZipException broken) {
            String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
            return name.endsWith(".zip") || name.endsWith(".jar")
                    ? Optional.of(Result.fault(
                            "refers to a broken archive: " + shown(file) + " (" + broken.getMessage() + ")",
                            "build it again"))
                    : Optional.empty();
        }
    }

    /** The path as messages show it. */
    String shown(Path path) {
        Path shown = path.startsWith(base) ? base.relativize(path) : path;
        return shown.toString().isEmpty() ? "." : shown.toString();
    }
}

package io.github.sammaven.core.packaging;

import io.github.sammaven.core.archive.ArchiveFolder;
import io.github.sammaven.core.archive.FileTree;
import io.github.sammaven.core.archive.FileTreeReader;
import io.github.sammaven.core.archive.HashedTree;
import io.github.sammaven.core.archive.TreeFile;
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
    private final SourceRules rules;
    private final ArchiveFolder folder;

    /**
     * @param base messages show paths below it relative to it
     * @param rules what of a folder goes in
     * @param folder knows the hashes of what has not changed since an earlier run
     */
    ArchiveSourceReader(Path base, SourceRules rules, ArchiveFolder folder) {
        this.base = base;
        this.rules = rules;
        this.folder = folder;
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
        FileTree tree = trees.read(path, rules.filter(path));
        if (!tree.faults().isEmpty()) {
            return new Result(
                    Optional.empty(),
                    tree.faults().stream()
                            .map(fault -> new Fault("refers to " + shown(path) + ", where " + fault, ""))
                            .toList());
        }
        List<Fault> secrets = rules.secrets(path, shown(path), tree);
        if (!secrets.isEmpty()) {
            return new Result(Optional.empty(), secrets);
        }
        return tree.files().isEmpty()
                ? Result.fault("refers to a folder that holds no file: " + shown(path), "")
                : Result.of(new ArchiveSource.Unpacked(hashed(path, tree.files())));
    }

    private HashedTree hashed(Path path, List<TreeFile> files) throws IOException {
        return folder.hash(path, files);
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
                            : Result.of(new ArchiveSource.Ready(file, md5(file), entries)));
        } catch (ZipException broken) {
            String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
            return name.endsWith(".zip") || name.endsWith(".jar")
                    ? Optional.of(Result.fault(
                            "refers to a broken archive: " + shown(file) + " (" + broken.getMessage() + ")",
                            "build it again"))
                    : Optional.empty();
        }
    }

    private String md5(Path file) throws IOException {
        return hashed(file, trees.read(file).files()).sums().get(0).md5();
    }

    /** The path as messages show it. */
    String shown(Path path) {
        Path shown = path.startsWith(base) ? base.relativize(path) : path;
        return shown.toString().isEmpty() ? "." : shown.toString();
    }
}

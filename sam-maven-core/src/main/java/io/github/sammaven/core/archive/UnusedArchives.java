package io.github.sammaven.core.archive;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Removes archives whose content nothing gives any more, what is known of folders that are gone, and what killed runs left
 * behind. What was used a short while ago stays: another run may be uploading it.
 */
final class UnusedArchives {

    private static final Duration IN_USE = Duration.ofMinutes(15);
    private static final Pattern OURS = Pattern.compile("([0-9a-f]{32})(\\.zip|\\.seal|\\..*\\.part)?");

    private final Path folder;
    private final Instant used;

    UnusedArchives(Path folder, Instant now) {
        this.folder = folder;
        this.used = now.minus(IN_USE);
    }

    /** What cannot be removed now is left to a later run. */
    void remove() throws IOException {
        Set<String> referred = new HashSet<>();
        Path indexes = folder.resolve(ArchiveFolder.INDEX);
        for (Path file : files(indexes)) {
            if (ArchiveFolder.isUnfinished(file)) {
                removeIfUnused(file);
            } else if (!file.toString().endsWith(ArchiveFolder.SEAL)) {
                Optional<TreeIndex> index =
                        new TreeIndexFile(file).read().filter(tree -> Files.exists(Path.of(tree.root())));
                if (index.isPresent()) {
                    referred.add(index.get().hashes().contentAndModes());
                } else {
                    Files.deleteIfExists(file.resolveSibling(file.getFileName() + ArchiveFolder.SEAL));
                    Files.deleteIfExists(file);
                }
            }
        }
        for (Path file : files(folder)) {
            if (ArchiveFolder.isUnfinished(file) || !referred.contains(hash(file))) {
                removeIfUnused(file);
            }
        }
    }

    /** Seals before archives, so that no archive is taken for complete that is about to go. */
    private void removeIfUnused(Path file) throws IOException {
        Path seal = file.resolveSibling(hash(file) + ArchiveFolder.SEAL);
        if (isUnused(file) && (ArchiveFolder.isUnfinished(file) || isUnused(seal))) {
            if (!ArchiveFolder.isUnfinished(file)) {
                Files.deleteIfExists(seal);
            }
            Files.deleteIfExists(file);
        }
    }

    private boolean isUnused(Path file) throws IOException {
        return !Files.exists(file)
                || Files.getLastModifiedTime(file).toInstant().isBefore(used);
    }

    private static String hash(Path file) {
        return file.getFileName().toString().substring(0, 32);
    }

    private static List<Path> files(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> children = Files.newDirectoryStream(
                    folder, file -> OURS.matcher(file.getFileName().toString()).matches())) {
                children.forEach(files::add);
            } catch (DirectoryIteratorException failure) {
                throw failure.getCause();
            }
        }
        return files;
    }
}

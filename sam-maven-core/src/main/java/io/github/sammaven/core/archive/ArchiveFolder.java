package io.github.sammaven.core.archive;

import io.github.sammaven.core.files.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Archives and hashes of earlier runs. A file whose size and times are those it had when it was hashed is not read again,
 * and an archive whose content is the same is not made again. Without the folder, or with a damaged one, everything is
 * just made anew. Several runs may use one folder at the same time.
 */
public final class ArchiveFolder {

    static final String INDEX = "index";
    static final String ARCHIVE = ".zip";
    static final String SEAL = ".seal";

    private final Path folder;
    private final Clock clock;
    private final AtomicBoolean made = new AtomicBoolean();

    /** @param folder where archives are kept, usually {@code target/sam/archives}; made when it is needed */
    public ArchiveFolder(Path folder) {
        this(folder, Clock.systemUTC());
    }

    ArchiveFolder(Path folder, Clock clock) {
        this.folder = folder.toAbsolutePath().normalize();
        this.clock = clock;
    }

    /**
     * Hashes {@code files}, of which only those are read that are new or were written to.
     *
     * @param root the folder they are in, or the one file they are; what is remembered is remembered for this path
     * @param files as {@link FileTreeReader} lists them just before
     * @throws IOException if a file cannot be read, or has another size than it had
     */
    public HashedTree hash(Path root, List<TreeFile> files) throws IOException {
        Instant start = clock.instant();
        String rootName = root.toAbsolutePath().normalize().toString();
        TreeIndexFile file = new TreeIndexFile(indexOf(rootName, ""));
        Optional<TreeIndex> known = file.read().filter(index -> index.root().equals(rootName));
        Optional<HashedTree> unchanged = known.flatMap(index -> index.tree(files));
        if (unchanged.isPresent()) {
            return unchanged.get();
        }
        List<FileSum> sums =
                sums(files, known.map(index -> index.current(files)).orElse(Map.of()));
        HashedTree tree = new HashedTree(files, sums, ContentHash.of(files, sums));
        remember(() -> file.write(TreeIndex.of(rootName, tree, start)));
        return tree;
    }

    /**
     * The archive of a tree, made if it is not there yet.
     *
     * @throws IOException if a file cannot be read or is not what was hashed, or the archive cannot be written
     */
    public KeptArchive archive(HashedTree tree) throws IOException {
        Path file = folder.resolve(tree.hashes().contentAndModes() + ARCHIVE);
        ArchiveSeal seal =
                new ArchiveSeal(file, file.resolveSibling(tree.hashes().contentAndModes() + SEAL));
        Optional<KeptArchive> kept = seal.check(clock.instant());
        if (kept.isPresent()) {
            return kept.get();
        }
        Files.createDirectories(folder);
        made.set(true);
        return seal.write(new ReproducibleZip().write(tree, file));
    }

    /** An archive that is ready elsewhere and stays there. */
    public KeptArchive ready(Path file) throws IOException {
        Path archive = file.toAbsolutePath().normalize();
        ArchiveSeal seal = new ArchiveSeal(archive, indexOf(archive.toString(), SEAL));
        Optional<KeptArchive> kept = seal.check(clock.instant());
        if (kept.isPresent()) {
            return kept.get();
        }
        String sha256 = ContentHash.sha256(archive);
        remember(() -> seal.write(sha256));
        return new KeptArchive(archive, Files.size(archive), sha256);
    }

    /**
     * Removes what no folder gives any more, if this run has made archives. What was used in the last 15 minutes stays for
     * runs at the same time.
     */
    public void removeUnused() {
        if (made.get()) {
            try {
                new UnusedArchives(folder, clock.instant()).remove();
            } catch (IOException leftToALaterRun) {
                return;
            }
        }
    }

    static boolean isUnfinished(Path file) {
        return file.toString().endsWith(WholeFile.UNFINISHED);
    }

    private interface Note {

        void write() throws IOException;
    }

    /** What cannot be remembered is read again by the next run. */
    private void remember(Note note) {
        try {
            Files.createDirectories(folder.resolve(INDEX));
            note.write();
        } catch (IOException forgotten) {
            return;
        }
    }

    private static List<FileSum> sums(List<TreeFile> files, Map<String, FileSum> known) throws IOException {
        List<TreeFile> unknown =
                files.stream().filter(file -> !known.containsKey(file.name())).toList();
        Iterator<FileSum> read = new FileSums().of(unknown).iterator();
        List<FileSum> sums = new ArrayList<>(files.size());
        for (TreeFile file : files) {
            FileSum sum = known.get(file.name());
            sums.add(sum == null ? read.next() : sum);
        }
        return sums;
    }

    private Path indexOf(String root, String suffix) {
        MessageDigest name = ContentHash.digest("MD5");
        name.update(root.getBytes(StandardCharsets.UTF_8));
        return folder.resolve(INDEX).resolve(ContentHash.hex(name) + suffix);
    }
}

package io.github.sammaven.core.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
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
        if (known.isPresent() && isCurrent(known.get(), files)) {
            List<FileSum> sums =
                    known.get().files().stream().map(TreeIndex.Entry::sum).toList();
            return new HashedTree(files, sums, known.get().hashes());
        }
        List<FileSum> sums = sums(files, known.map(TreeIndex::files).orElse(List.of()));
        HashedTree tree = new HashedTree(files, sums, ContentHash.of(files, sums));
        remember(() -> file.write(index(rootName, tree, start)));
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

    private static boolean isCurrent(TreeIndex index, List<TreeFile> files) {
        List<TreeIndex.Entry> entries = index.files();
        boolean current = entries.size() == files.size();
        for (int i = 0; current && i < entries.size(); i++) {
            TreeIndex.Entry entry = entries.get(i);
            TreeFile file = files.get(i);
            current = entry.isCurrent(file)
                    && entry.executable() == file.executable()
                    && entry.name().equals(file.name());
        }
        return current;
    }

    private static List<FileSum> sums(List<TreeFile> files, List<TreeIndex.Entry> known) throws IOException {
        Map<String, TreeIndex.Entry> byName = new HashMap<>();
        known.forEach(entry -> byName.put(entry.name(), entry));
        List<Optional<FileSum>> found = new ArrayList<>(files.size());
        List<TreeFile> unknown = new ArrayList<>();
        for (TreeFile file : files) {
            Optional<FileSum> sum = Optional.ofNullable(byName.get(file.name()))
                    .filter(entry -> entry.isCurrent(file))
                    .map(TreeIndex.Entry::sum);
            found.add(sum);
            if (sum.isEmpty()) {
                unknown.add(file);
            }
        }
        Iterator<FileSum> read = new FileSums().of(unknown).iterator();
        return found.stream().map(sum -> sum.orElseGet(read::next)).toList();
    }

    private static TreeIndex index(String root, HashedTree tree, Instant start) {
        List<TreeIndex.Entry> entries = new ArrayList<>(tree.files().size());
        for (int i = 0; i < tree.files().size(); i++) {
            TreeFile file = tree.files().get(i);
            FileStamp stamp = file.stamp().isSettled(start) ? file.stamp() : FileStamp.NONE;
            entries.add(new TreeIndex.Entry(
                    file.name(),
                    file.size(),
                    file.executable(),
                    stamp,
                    tree.sums().get(i)));
        }
        return new TreeIndex(root, tree.hashes(), entries);
    }

    private Path indexOf(String root, String suffix) {
        MessageDigest name = ContentHash.digest("MD5");
        name.update(root.getBytes(StandardCharsets.UTF_8));
        return folder.resolve(INDEX).resolve(ContentHash.hex(name) + suffix);
    }
}

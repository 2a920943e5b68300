package io.github.sammaven.core.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.sammaven.core.files.FileStamp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveFolderTest {

    @TempDir
    private Path work;

    private Path code;
    private Path kept;

    /** What was written up to now is long ago for what it reads. */
    private final Clock later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(1));

    @BeforeEach
    void create() throws IOException {
        code = Files.createDirectories(work.resolve("code/lib")).getParent();
        kept = work.resolve("archives");
        write("a.txt", "first");
        write("lib/b.txt", "second");
    }

    @Test
    void unchangedFilesAreNotReadAgain() throws IOException {
        HashedTree first = hash();
        List<TreeFile> unreadable = files().stream().map(this::unreadable).toList();

        assertThat(new ArchiveFolder(kept, later).hash(code, unreadable).hashes())
                .isEqualTo(first.hashes());
    }

    private TreeFile unreadable(TreeFile file) {
        return new TreeFile(file.name(), work.resolve("absent"), file.size(), file.executable(), file.stamp());
    }

    @Test
    void onlyTheChangedFileIsReadAgain() throws IOException {
        hash();
        write("a.txt", "FIRST");
        List<TreeFile> files = files();
        List<TreeFile> secondUnreadable = List.of(files.get(0), unreadable(files.get(1)));

        assertThat(new ArchiveFolder(kept, later).hash(code, secondUnreadable).hashes())
                .isEqualTo(HashedTree.of(files).hashes());
    }

    @Test
    void changeIsSeenThoughSizeAndModificationTimeAreKept() throws IOException {
        Path file = code.resolve("a.txt");
        FileStamp stamp = FileStamp.of(file);
        FileTime time = Files.getLastModifiedTime(file);
        HashedTree first = hash();
        write("a.txt", "fIrst");
        Files.setLastModifiedTime(file, time);

        assertThat(FileStamp.of(file).modified()).isEqualTo(stamp.modified());

        assertThat(hash().hashes()).isNotEqualTo(first.hashes());
    }

    @Test
    void fileWrittenWhileItsClockStandsIsNotTrusted() throws IOException {
        Instant written = Files.getLastModifiedTime(code.resolve("a.txt")).toInstant();
        ArchiveFolder sameTick = new ArchiveFolder(kept, Clock.fixed(written, ZoneOffset.UTC));
        List<TreeFile> files = files();
        sameTick.hash(code, files);
        Files.writeString(code.resolve("a.txt"), "other");

        assertThat(sameTick.hash(code, files).hashes())
                .as("same stamps, other content")
                .isEqualTo(HashedTree.of(files).hashes());
    }

    @Test
    void addedRemovedAndRenamedFilesAndExecutableBitsCount() throws IOException {
        Set<ContentHash.OfTree> seen = ConcurrentHashMap.newKeySet();
        seen.add(hash().hashes());
        write("c.txt", "third");
        seen.add(hash().hashes());
        Files.move(code.resolve("c.txt"), code.resolve("d.txt"));
        seen.add(hash().hashes());
        Files.setPosixFilePermissions(code.resolve("d.txt"), PosixFilePermissions.fromString("rwxr-xr-x"));
        seen.add(hash().hashes());
        Files.delete(code.resolve("lib/b.txt"));
        seen.add(hash().hashes());

        assertThat(seen).hasSize(5).contains(HashedTree.of(files()).hashes());
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26})
    void damagedIndexCountsAsAbsent(long seed) throws IOException {
        HashedTree first = hash();
        for (Path index : list(kept.resolve("index"))) {
            new Damage(seed).to(index);
        }

        assertThat(hash()).as("seed %d", seed).isEqualTo(first);
        assertThat(hash()).as("seed %d, afterwards", seed).isEqualTo(first);
    }

    @Test
    void folderThatCannotBeWrittenCostsNothingButTime() throws IOException {
        Files.writeString(kept, "a file where the folder would be");

        assertThat(hash()).isEqualTo(HashedTree.of(files()));
    }

    @Test
    void archiveIsMadeOnceAndKnownByItsHash() throws IOException {
        KeptArchive first = archive();
        FileTime made = Files.getLastModifiedTime(first.file());

        assertThat(archive()).isEqualTo(first);
        assertThat(Files.getLastModifiedTime(first.file())).isEqualTo(made);
        assertThat(first.sha256()).isEqualTo(ContentHash.sha256(first.file()));
        assertThat(first.bytes()).isEqualTo(Files.size(first.file()));
        assertThat(first.file().getFileName()).hasToString(hash().hashes().contentAndModes() + ".zip");
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33, 34, 35, 36})
    void damagedArchiveIsMadeAnew(long seed) throws IOException {
        KeptArchive first = archive();
        byte[] bytes = Files.readAllBytes(first.file());
        new Damage(seed).to(first.file());

        assertThat(archive().sha256()).as("seed %d", seed).isEqualTo(first.sha256());
        assertThat(first.file()).hasBinaryContent(bytes);
    }

    @ParameterizedTest
    @ValueSource(longs = {41, 42, 43, 44})
    void damagedSealMeansThatTheArchiveIsMadeAnew(long seed) throws IOException {
        KeptArchive first = archive();
        new Damage(seed).to(Path.of(first.file().toString().replace(".zip", ".seal")));

        assertThat(archive()).as("seed %d", seed).isEqualTo(first);
    }

    @Test
    void archiveThatWasCopiedBackIsUsedIfItIsTheSame() throws IOException {
        KeptArchive first = archive();
        Path copy = Files.copy(first.file(), work.resolve("copy"));
        Files.move(copy, first.file(), StandardCopyOption.REPLACE_EXISTING);
        Object key = Files.getAttribute(first.file(), "unix:ino");

        assertThat(archive()).isEqualTo(first);
        assertThat(Files.getAttribute(first.file(), "unix:ino")).isEqualTo(key);
    }

    @Test
    void readyArchiveIsHashedOnceUntilItChanges() throws IOException {
        Path jar = Files.writeString(work.resolve("app.jar"), "jar");
        ArchiveFolder folder = new ArchiveFolder(kept, later);
        KeptArchive first = folder.ready(jar);
        Damage.overwrite(jar, "JAR".getBytes(StandardCharsets.US_ASCII));

        assertThat(folder.ready(jar).sha256()).isNotEqualTo(first.sha256()).isEqualTo(ContentHash.sha256(jar));
    }

    @Test
    void contentThatChangesBetweenHashAndArchiveIsRefused() throws IOException {
        HashedTree tree = hash();
        write("lib/b.txt", "SECOND");

        assertThatIOException()
                .isThrownBy(() -> new ArchiveFolder(kept, later).archive(tree))
                .withMessage("lib/b.txt was changed while it was being packaged");
        assertThat(archives()).isEmpty();
    }

    @Test
    void archivesNothingGivesAnyMoreGoAndOthersStay() throws IOException {
        Path old = archive().file();
        write("a.txt", "changed");
        Path now = archive().file();
        Path half = Files.writeString(kept.resolve("0".repeat(32) + ".zip.1.part"), "killed");
        Path foreign = Files.writeString(kept.resolve("notes.txt"), "not ours");
        age(old, now, half, foreign, seal(old), seal(now));

        madeSomething().removeUnused();

        assertThat(archives()).contains(now).doesNotContain(old);
        assertThat(old).doesNotExist();
        assertThat(seal(old)).doesNotExist();
        assertThat(half).doesNotExist();
        assertThat(foreign).exists();
        assertThat(archive().file()).isEqualTo(now);
    }

    @Test
    void archivesThatAnotherRunHasJustUsedStay() throws IOException {
        HashedTree tree = hash();
        Path old = archive().file();
        write("a.txt", "changed");
        hash();
        age(old, seal(old));
        new ArchiveFolder(kept).archive(tree);

        madeSomething().removeUnused();

        assertThat(old).exists();
    }

    @Test
    void whatIsKnownOfAFolderThatIsGoneGoes() throws IOException {
        Path old = archive().file();
        age(old, seal(old));
        Files.move(code, work.resolve("elsewhere"));

        madeSomething().removeUnused();

        assertThat(old).doesNotExist();
        assertThat(list(kept.resolve("index"))).hasSize(1);
    }

    @Test
    void runsAtTheSameTimeMakeTheSameArchive() throws Exception {
        for (int i = 0; i < 200; i++) {
            write("many/" + i, "content ".repeat(i) + i);
        }
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            List<Future<KeptArchive>> runs = IntStream.range(0, 12)
                    .mapToObj(run -> threads.submit(this::archive))
                    .toList();
            KeptArchive expected = archive();
            for (Future<KeptArchive> run : runs) {
                assertThat(run.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(list(kept)).noneMatch(ArchiveFolder::isUnfinished);
        assertThat(ContentHash.sha256(archive().file())).isEqualTo(archive().sha256());
    }

    /** A folder that has something to tidy up after. */
    private ArchiveFolder madeSomething() throws IOException {
        Path other = Files.createDirectories(work.resolve("other"));
        Files.writeString(other.resolve("x"), "x");
        ArchiveFolder folder = new ArchiveFolder(kept);
        folder.archive(folder.hash(other, new FileTreeReader().read(other).files()));
        return folder;
    }

    private static Path seal(Path archive) {
        return Path.of(archive.toString().replace(".zip", ".seal"));
    }

    private static void age(Path... files) throws IOException {
        for (Path file : files) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofMinutes(16))));
        }
    }

    private List<Path> archives() throws IOException {
        return list(kept).stream()
                .filter(file -> file.toString().endsWith(".zip"))
                .toList();
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private KeptArchive archive() throws IOException {
        ArchiveFolder folder = new ArchiveFolder(kept, later);
        return folder.archive(folder.hash(code, files()));
    }

    private HashedTree hash() throws IOException {
        return new ArchiveFolder(kept, later).hash(code, files());
    }

    private List<TreeFile> files() throws IOException {
        return new FileTreeReader().read(code).files();
    }

    private void write(String name, String content) throws IOException {
        Path file = code.resolve(name);
        Files.createDirectories(file.getParent());
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        if (Files.exists(file)) {
            Damage.overwrite(file, bytes);
        } else {
            Files.write(file, bytes);
        }
    }
}

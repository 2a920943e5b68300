package io.github.sammaven.core.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTreeReaderTest {

    @TempDir
    private Path work;

    private Path folder;

    @BeforeEach
    void create() throws IOException {
        folder = Files.createDirectories(work.resolve("tree/lib")).getParent();
        Files.writeString(folder.resolve("lib/a.txt"), "12345");
    }

    @Test
    void followsLinksToFilesAndFolders() throws IOException {
        Files.createSymbolicLink(folder.resolve("copy.txt"), folder.resolve("lib/a.txt"));
        Files.createSymbolicLink(folder.resolve("again"), folder.resolve("lib"));

        FileTree tree = read();

        assertThat(tree.files()).extracting(TreeFile::name).containsExactly("again/a.txt", "copy.txt", "lib/a.txt");
        assertThat(tree.size()).isEqualTo(15);
        assertThat(tree.faults()).isEmpty();
    }

    @Test
    void leavesOutWhatTheFilterExcludesAndItsFaults() throws IOException {
        Files.writeString(folder.resolve("b.txt"), "1");
        Files.createSymbolicLink(folder.resolve("gone"), folder.resolve("absent"));
        Files.createSymbolicLink(folder.resolve("lib/up"), folder);

        FileTree files = new FileTreeReader().read(folder, (path, isFolder) -> !isFolder && !path.endsWith("b.txt"));
        FileTree folders = new FileTreeReader().read(folder, (path, isFolder) -> isFolder || path.endsWith("gone"));

        assertThat(files.files()).extracting(TreeFile::name).containsExactly("b.txt");
        assertThat(folders.files()).extracting(TreeFile::name).containsExactly("b.txt");
        assertThat(folders.faults()).isEmpty();
    }

    @Test
    void reportsLinksThatLoopOrLeadNowhere() throws IOException {
        Files.createSymbolicLink(folder.resolve("lib/up"), folder);
        Files.createSymbolicLink(folder.resolve("gone"), folder.resolve("absent"));

        assertThat(read().faults())
                .containsExactly("gone is a link that leads nowhere", "lib/up is a link to a folder above it");
    }

    @Test
    void reportsFilesAndFoldersItMayNotRead() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "x");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("-w-------"));
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        try {
            assumeThat(Files.isReadable(secret))
                    .as("this user may read everything")
                    .isFalse();

            assertThat(read().faults())
                    .containsExactly(
                            "closed cannot be read: permission denied", "secret cannot be read: permission denied");
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void takesASingleFileUnderItsOwnName() throws IOException {
        assertThat(new FileTreeReader().read(folder.resolve("lib/a.txt")).files())
                .extracting(TreeFile::name, TreeFile::path, TreeFile::size, TreeFile::executable)
                .containsExactly(tuple("a.txt", folder.resolve("lib/a.txt"), 5L, false));
    }

    @Test
    void findsNothingInAnEmptyFolder() throws IOException {
        assertThat(new FileTreeReader().read(Files.createDirectory(work.resolve("empty"))))
                .satisfies(tree -> assertThat(tree.files()).isEmpty());
    }

    private FileTree read() throws IOException {
        return new FileTreeReader().read(folder);
    }
}

package io.github.sammaven.core.local.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTarTest {

    @TempDir
    private Path folder = Path.of("");

    /** Name, mode and what is in it or where it leads. */
    private static Map<String, String> read(InputStream stream) throws IOException {
        Map<String, String> found = new TreeMap<>();
        try (TarArchiveInputStream tar = new TarArchiveInputStream(stream, StandardCharsets.UTF_8.name())) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                String content = entry.isSymbolicLink()
                        ? "-> " + entry.getLinkName()
                        : entry.isDirectory() ? "folder" : new String(tar.readAllBytes(), StandardCharsets.UTF_8);
                found.put(entry.getName(), Integer.toOctalString(entry.getMode() & 0777) + " " + content);
            }
        }
        return found;
    }

    @Test
    void modesLinksAndLongNamesAreKept() throws IOException {
        String longName = "ä".repeat(60) + "/" + "b".repeat(120) + ".txt";
        Files.createDirectories(folder.resolve(longName).getParent());
        Files.writeString(folder.resolve(longName), "long");
        Files.writeString(folder.resolve("run"), "x");
        Files.setPosixFilePermissions(folder.resolve("run"), PosixFilePermissions.fromString("rwxr-x---"));
        Files.createSymbolicLink(folder.resolve("link"), Path.of("run"));
        Map<String, String> found = read(new FolderTar().with("var/task/", folder).stream());
        assertThat(found)
                .containsEntry("var/task/run", "750 x")
                .hasEntrySatisfying("var/task/link", text -> assertThat(text).endsWith(" -> run"))
                .hasEntrySatisfying(
                        "var/task/" + longName, text -> assertThat(text).endsWith(" long"));
    }

    @RepeatedTest(200)
    void folderThatIsGoneFailsTheReading() {
        assertThatThrownBy(() -> read(new FolderTar().with("", folder.resolve("gone")).stream()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("gone");
    }

    @RepeatedTest(200)
    void archiveThatFailsHasNoEndMark() throws IOException {
        Files.writeString(folder.resolve("a"), "a");
        InputStream stream = new FolderTar().with("", folder).with("", folder.resolve("gone")).stream();
        assertThatThrownBy(() -> read(stream)).isInstanceOf(IOException.class).hasMessageContaining("gone");
    }
}

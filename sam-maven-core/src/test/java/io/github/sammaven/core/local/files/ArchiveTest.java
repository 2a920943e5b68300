package io.github.sammaven.core.local.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchiveTest {

    private static final int LINK = 0120777;

    @TempDir
    private Path folder = Path.of("");

    private Path zip(String name, int mode, String content) throws IOException {
        Path archive = folder.resolve("code.zip");
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(archive)) {
            ZipArchiveEntry entry = new ZipArchiveEntry(name);
            entry.setUnixMode(mode);
            zip.putArchiveEntry(entry);
            zip.write(content.getBytes(StandardCharsets.UTF_8));
            zip.closeArchiveEntry();
        }
        return archive;
    }

    private Path target() throws IOException {
        return Files.createDirectories(folder.resolve("out"));
    }

    @Test
    void executableBitIsKept() throws IOException {
        Assumptions.assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "needs POSIX modes");
        Path out = target();
        Archive.unpack(zip("bootstrap", 0100755, "#!/bin/sh"), out);
        assertThat(out.resolve("bootstrap")).isExecutable().hasContent("#!/bin/sh");
        Archive.unpack(zip("data/plain.txt", 0100644, "x"), out);
        assertThat(Files.isExecutable(out.resolve("data/plain.txt"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"../evil,0100644,x", "a/../../evil,0100644,x", "link,0120777,../../evil", "link,0120777,/etc/passwd"})
    void entryThatLeadsOutIsRefused(String name, String mode, String content) throws IOException {
        Path archive = zip(name, Integer.parseInt(mode, 8), content);
        Path out = target();
        assertThatThrownBy(() -> Archive.unpack(archive, out))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("leads out of the archive");
        assertThat(folder.resolve("evil")).doesNotExist();
        assertThat(out).isEmptyDirectory();
    }

    @Test
    void linkInsideIsALink() throws IOException {
        Path out = target();
        Archive.unpack(zip("lib/current", LINK, "target"), out);
        assertThat(Files.readSymbolicLink(out.resolve("lib/current"))).isEqualTo(Path.of("target"));
    }
}

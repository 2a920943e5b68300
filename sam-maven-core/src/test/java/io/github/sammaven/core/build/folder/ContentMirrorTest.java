package io.github.sammaven.core.build.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentMirrorTest {

    private static final FileTime LONG_AGO = FileTime.fromMillis(499_162_500_000L);

    @TempDir
    private Path folder;

    @Test
    void changedBytesAreCopiedThoughSizeAndTimeAreTheSame() throws IOException {
        Path source = Files.writeString(folder.resolve("index.js"), "version 1");
        Files.setLastModifiedTime(source, LONG_AGO);
        write(Map.of("index.js", source));
        Files.writeString(source, "version 2");
        Files.setLastModifiedTime(source, LONG_AGO);

        write(Map.of("index.js", source));

        assertThat(target("index.js")).hasContent("version 2");
        assertThat(Files.getLastModifiedTime(target("index.js"))).isNotEqualTo(LONG_AGO);
    }

    @Test
    void fileThatIsTheSameKeepsItsTime() throws IOException {
        Path source = Files.writeString(folder.resolve("index.js"), "version 1");
        write(Map.of("index.js", source));
        Files.setLastModifiedTime(target("index.js"), LONG_AGO);

        write(Map.of("index.js", source));

        assertThat(Files.getLastModifiedTime(target("index.js"))).isEqualTo(LONG_AGO);
    }

    @Test
    void modesAreNormalised() throws IOException {
        Path program = Files.writeString(folder.resolve("program"), "x");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        Path text = Files.writeString(folder.resolve("text"), "x");
        Files.setPosixFilePermissions(text, PosixFilePermissions.fromString("rw-rw-rw-"));

        write(Map.of("program", program, "text", text));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target("program"))))
                .isEqualTo("rwxr-xr-x");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target("text"))))
                .isEqualTo("rw-r--r--");
    }

    @Test
    void whatIsNotInTheLayoutIsRemoved() throws IOException {
        Path source = Files.writeString(folder.resolve("index.js"), "x");
        write(Map.of("old/deep/index.js", source));

        write(Map.of("index.js", source));

        assertThat(target("")).isDirectoryNotContaining("glob:**/old");
    }

    @Test
    void foldersKeepTheirPlacesInScratch() throws IOException {
        Path app = Files.createDirectories(folder.resolve("work/services/app"));
        Path shared = Files.createDirectories(folder.resolve("work/shared"));
        Files.writeString(app.resolve("package.json"), "{}");
        Files.writeString(shared.resolve("index.js"), "x");
        Files.writeString(shared.resolve("skipped.log"), "x");
        Path copied;
        try (ScratchFolder scratch = ScratchFolder.create()) {
            List<Path> copies = scratch.mirror(
                    List.of(app, shared), new FolderContent(folder.resolve("target")), name -> !name.endsWith(".log"));
            copied = copies.get(0);

            assertThat(copied.resolve("package.json")).exists();
            assertThat(copied.resolve("../../shared/index.js")).exists();
            assertThat(copied.resolve("../../shared/skipped.log")).doesNotExist();
        }
        assertThat(copied).doesNotExist();
        assertThat(app.resolve("package.json")).exists();
    }

    private Path target(String name) {
        return folder.resolve("target/artifact").resolve(name);
    }

    private void write(Map<String, Path> files) throws IOException {
        new ContentMirror().write(ArtifactLayout.of(files), target(""));
    }
}

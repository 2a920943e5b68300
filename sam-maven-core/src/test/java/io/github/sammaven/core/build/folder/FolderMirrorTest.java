package io.github.sammaven.core.build.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderMirrorTest {

    @TempDir
    private Path temp;

    private Path source;
    private Path target;

    @BeforeEach
    void folders() throws IOException {
        source = Files.createDirectory(temp.resolve("source"));
        target = temp.resolve("target");
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(source.resolve(name), content);
    }

    private void write(Map<String, Path> files) throws IOException {
        new FolderMirror().write(ArtifactLayout.of(files), target);
    }

    private List<String> content() throws IOException {
        try (Stream<Path> all = Files.walk(target)) {
            return all.filter(path -> !path.equals(target))
                    .map(path -> target.relativize(path).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void holdsExactlyTheLayoutAfterEveryWrite() throws IOException {
        write(Map.of("a/b/one", file("1", "one"), "two", file("2", "two")));
        assertThat(content()).containsExactly("a", "a/b", "a/b/one", "two");
        write(Map.of("two", file("3", "other")));
        assertThat(content()).containsExactly("two");
        assertThat(target.resolve("two")).hasContent("other");
    }

    @Test
    void fileAndFolderMaySwapPlaces() throws IOException {
        write(Map.of("x", file("1", "one")));
        write(Map.of("x/y", file("1", "one")));
        assertThat(content()).containsExactly("x", "x/y");
        write(Map.of("x", file("1", "one")));
        assertThat(content()).containsExactly("x");
    }

    @Test
    void unchangedFileIsLeftAlone() throws IOException {
        Path one = file("1", "one");
        write(Map.of("one", one));
        FileTime marker = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
        Files.setLastModifiedTime(one, marker);
        Files.setLastModifiedTime(target.resolve("one"), marker);
        Object before = Files.getAttribute(target.resolve("one"), "unix:ino");
        write(Map.of("one", one));
        assertThat(Files.getAttribute(target.resolve("one"), "unix:ino")).isEqualTo(before);
    }

    @Test
    void timeThatACopyCannotKeepInFullDoesNotMakeItDiffer() throws IOException {
        Path one = file("1", "one");
        Files.setLastModifiedTime(one, FileTime.from(Instant.parse("2020-01-01T00:00:00.123456789Z")));
        write(Map.of("one", one));
        Files.setLastModifiedTime(target.resolve("one"), FileTime.from(Instant.parse("2020-01-01T00:00:00.123456Z")));
        Object before = Files.getAttribute(target.resolve("one"), "unix:ino");
        write(Map.of("one", one));
        assertThat(Files.getAttribute(target.resolve("one"), "unix:ino")).isEqualTo(before);
    }

    @Test
    void executableBitIsKept() throws IOException {
        Path bootstrap = file("bootstrap", "#!/bin/sh\n");
        Files.setPosixFilePermissions(bootstrap, PosixFilePermissions.fromString("rwxr-xr-x"));
        write(Map.of("bootstrap", bootstrap));
        assertThat(target.resolve("bootstrap")).isExecutable();
    }

    @Test
    void changeOfSameSizeAndTimeRightAfterTheCopyIsCopied() throws IOException {
        Path file = file("a.txt", "one");
        FileTime time = Files.getLastModifiedTime(file);
        write(Map.of("a.txt", file));

        Files.writeString(file, "two");
        Files.setLastModifiedTime(file, time);
        write(Map.of("a.txt", file));

        assertThat(target.resolve("a.txt")).hasContent("two");
    }

    @Test
    void changeOfPermissionsIsCopied() throws IOException {
        Path file = file("a.txt", "one");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        write(Map.of("a.txt", file));

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        write(Map.of("a.txt", file));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target.resolve("a.txt"))))
                .isEqualTo("rw-r--r--");
    }
}

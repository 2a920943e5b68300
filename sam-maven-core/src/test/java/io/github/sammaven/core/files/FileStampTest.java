package io.github.sammaven.core.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStampTest {

    private static final long SECOND = 1_000_000_000;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void create() throws IOException {
        file = Files.writeString(folder.resolve("a"), "abc");
    }

    @Test
    void saysKindSizeAndPermissions() throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-----"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);

        FileStamp stamp = FileStamp.of(link);

        assertThat(stamp.isFile()).isTrue();
        assertThat(stamp.size()).isEqualTo(3);
        assertThat(stamp.isExecutable()).isTrue();
        assertThat(stamp.isReadableByAll()).isFalse();
        assertThat(FileStamp.of(folder).isFolder()).isTrue();
    }

    @Test
    void absentFileHasNoStamp() {
        assertThatThrownBy(() -> FileStamp.of(folder.resolve("none"))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void isTheSameAfterItWasPacked() throws IOException {
        FileStamp stamp = FileStamp.of(file);
        ByteBuffer bytes = ByteBuffer.allocate(FileStamp.BYTES);
        stamp.put(bytes);

        assertThat(FileStamp.get(bytes.flip())).isEqualTo(stamp);
    }

    @Test
    void differsWhenPermissionsChange() throws IOException {
        FileStamp before = FileStamp.of(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));

        assertThat(FileStamp.of(file)).isNotEqualTo(before);
    }

    @Test
    void differsWhenAnotherFileOfSameSizeAndTimeTakesTheName() throws IOException {
        FileTime time = Files.getLastModifiedTime(file);
        FileStamp before = FileStamp.of(file);
        Path other = Files.writeString(folder.resolve("b"), "xyz");
        Files.setLastModifiedTime(other, time);
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);

        assertThat(FileStamp.of(file).inode()).isNotEqualTo(before.inode());
    }

    @Test
    void settlesOnceTheCoarsestClockHasTicked() {
        FileStamp stamp = new FileStamp(0100644, 3, 5 * SECOND, 7 * SECOND, 1, 2);

        assertThat(stamp.isSettledAt(9 * SECOND)).isFalse();
        assertThat(stamp.isSettledAt(Instant.ofEpochSecond(9))).isFalse();
        assertThat(stamp.isSettledAt(9 * SECOND + 1)).isTrue();
        assertThat(stamp.isSettledAt(Instant.ofEpochSecond(9, 1))).isTrue();
    }

    @Test
    void timeOfTheFutureNeverSettles() {
        FileStamp stamp = new FileStamp(0100644, 3, 99 * SECOND, 7 * SECOND, 1, 2);

        assertThat(stamp.isSettledAt(50 * SECOND)).isFalse();
    }

    @Test
    void fileThatWasNotLookedAtIsNeitherKnownNorSettled() {
        assertThat(FileStamp.NONE.isKnown()).isFalse();
        assertThat(FileStamp.NONE.isSettledAt(Instant.now())).isFalse();
    }
}

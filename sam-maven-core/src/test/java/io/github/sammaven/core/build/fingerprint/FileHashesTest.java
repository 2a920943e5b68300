package io.github.sammaven.core.build.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileHashesTest {

    private static final String HASH_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    private static final String INVENTED = "0".repeat(64);

    @TempDir
    private Path folder;

    private Path file;
    private Path store;

    @BeforeEach
    void writeFile() throws IOException {
        file = Files.writeString(folder.resolve("a.txt"), "abc");
        store = folder.resolve("cache/hashes");
    }

    /** Hashes as if the file had been read some time after now. */
    private FileHashes readLater(Duration later) {
        return new FileHashes(store, Clock.fixed(Instant.now().plus(later), ZoneOffset.UTC));
    }

    /** What a run that has trusted the store says, is that it has not read the file. */
    private void forge() throws IOException {
        FileHashStore known = new FileHashStore(store);
        var forged = known.read();
        forged.replaceAll((path, entry) -> new FileHashes.Known(entry.stamp(), entry.readAt(), INVENTED));
        known.write(forged);
    }

    @Test
    void hashIsSha256OfTheContent() throws IOException {
        assertThat(new FileHashes(store).sha256(file)).isEqualTo(HASH_OF_ABC);
    }

    @Test
    void unchangedFileIsNotReadAgain() throws IOException {
        FileHashes first = readLater(Duration.ofSeconds(10));
        first.sha256(file);
        first.save();
        forge();
        assertThat(new FileHashes(store).sha256(file)).isEqualTo(INVENTED);
    }

    @Test
    void fileReadRightAfterItsChangeIsReadOnceMore() throws IOException {
        FileHashes first = readLater(Duration.ofMillis(1));
        first.sha256(file);
        first.save();
        forge();
        assertThat(new FileHashes(store).sha256(file)).isEqualTo(HASH_OF_ABC);
    }

    @Test
    void fileOfTheFutureIsAlwaysRead() throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plus(Duration.ofDays(1))));
        FileHashes first = readLater(Duration.ofSeconds(10));
        first.sha256(file);
        first.save();
        forge();
        assertThat(new FileHashes(store).sha256(file)).isEqualTo(HASH_OF_ABC);
    }

    @Test
    void changeOfSameSizeAndTimeIsNoticed() throws IOException {
        FileTime time = Files.getLastModifiedTime(file);
        FileHashes first = readLater(Duration.ofSeconds(10));
        first.sha256(file);
        first.save();
        Files.delete(file);
        Files.writeString(folder.resolve("other"), "xyz");
        Files.move(folder.resolve("other"), file);
        Files.setLastModifiedTime(file, time);
        assertThat(new FileHashes(store).sha256(file)).isNotEqualTo(HASH_OF_ABC);
    }

    @Test
    void everyDamageOfTheStoreIsNoticed() throws IOException {
        FileHashes first = readLater(Duration.ofSeconds(10));
        first.sha256(file);
        first.save();
        byte[] whole = Files.readAllBytes(store);
        for (int i = 0; i < whole.length; i++) {
            byte[] damaged = whole.clone();
            damaged[i] ^= 0x21;
            Files.write(store, damaged);
            assertThat(new FileHashStore(store).read()).as("byte %d", i).isEmpty();
        }
        for (int length = 0; length < whole.length; length++) {
            Files.write(store, Arrays.copyOf(whole, length));
            assertThat(new FileHashStore(store).read()).as("length %d", length).isEmpty();
        }
    }

    @Test
    void hashesOfFilesThatAreGoneAreForgotten() throws IOException {
        FileHashes first = readLater(Duration.ofSeconds(10));
        first.sha256(file);
        first.save();
        Path other = Files.writeString(folder.resolve("b.txt"), "b");
        Files.delete(file);
        FileHashes second = new FileHashes(store);
        second.sha256(other);
        second.save();
        assertThat(new FileHashStore(store).read()).containsOnlyKeys(other);
    }

    @Test
    void absentFileHasNoHash() {
        FileHashes hashes = new FileHashes(store);
        assertThatThrownBy(() -> hashes.sha256(folder.resolve("none"))).isInstanceOf(NoSuchFileException.class);
    }
}

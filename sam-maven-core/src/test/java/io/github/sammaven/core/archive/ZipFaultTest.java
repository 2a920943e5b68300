package io.github.sammaven.core.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes wrong, no archive is seen that is not complete, and nothing is left behind. */
class ZipFaultTest {

    @TempDir
    private Path work;

    private Path folder;
    private Path out;
    private List<TreeFile> files;

    @BeforeEach
    void create() throws IOException {
        folder = Files.createDirectories(work.resolve("tree"));
        out = Files.createDirectories(work.resolve("out"));
        new ZipContent(61).writeTo(folder);
        files = new FileTreeReader().read(folder).files();
    }

    @Test
    void fullDiskLeavesNothing() throws IOException {
        Path full = Path.of("/dev/full");
        assumeThat(full).as("a device without space").exists();

        assertThatIOException()
                .isThrownBy(() -> new ReproducibleZip(
                                2, unfinished -> Files.newOutputStream(full, StandardOpenOption.WRITE))
                        .write(files, out.resolve("a.zip")))
                .withMessageContaining("No space left on device");
        assertThat(out).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100, 70_000, 900_000})
    void diskThatIsFullHalfwayLeavesNothing(int bytes) {
        assertThatIOException()
                .isThrownBy(() ->
                        new ReproducibleZip(2, file -> new LittleSpace(file, bytes)).write(files, out.resolve("a.zip")))
                .withMessage("No space left on device");
        assertThat(out).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text1", "text262145", "mixed"})
    void fileThatShrankIsNamed(String name) throws IOException {
        try (FileChannel channel = FileChannel.open(folder.resolve(name), StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() - 1);
        }

        assertRefused(name + " was changed while it was being packaged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text0", "text262144", "mixed"})
    void fileThatGrewIsNamed(String name) throws IOException {
        Files.writeString(folder.resolve(name), "x", StandardOpenOption.APPEND);

        assertRefused(name + " was changed while it was being packaged");
    }

    @Test
    void fileThatVanishedIsNamed() throws IOException {
        Files.delete(folder.resolve("small77"));

        assertRefused("small77 was removed while it was being packaged");
    }

    @Test
    void unreadableFileIsNamed() throws IOException {
        Path secret = folder.resolve("small7");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("-w-------"));
        assumeThat(Files.isReadable(secret)).as("this user may read everything").isFalse();

        assertRefused("small7 cannot be read: permission denied");
    }

    @Test
    void interruptedRunLeavesNothing() throws Exception {
        CountDownLatch writing = new CountDownLatch(1);
        FutureTask<Throwable> run = new FutureTask<>(() -> catchThrowable(
                () -> new ReproducibleZip(2, file -> new UntilInterrupted(Files.newOutputStream(file), writing))
                        .write(files, out.resolve("a.zip"))));
        Thread thread = new Thread(run);
        thread.start();
        writing.await();
        thread.interrupt();

        assertThat(failure(run)).isInstanceOf(IOException.class);
        thread.join();
        assertThat(out).isEmptyDirectory();
    }

    private static Throwable failure(Future<Throwable> run) throws Exception {
        return run.get(60, TimeUnit.SECONDS);
    }

    private void assertRefused(String message) {
        assertThatIOException()
                .isThrownBy(() -> new ReproducibleZip().write(files, out.resolve("a.zip")))
                .withMessage(message);
        assertThatIOException().isThrownBy(() -> HashedTree.of(files)).withMessage(message);
        assertThat(out).isEmptyDirectory();
    }

    private static final class LittleSpace extends FilterOutputStream {

        private long left;

        LittleSpace(Path file, long space) throws IOException {
            super(Files.newOutputStream(file));
            left = space;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, (int) Math.min(left, length));
            left -= length;
            if (left < 0) {
                throw new IOException("No space left on device");
            }
        }
    }

    /** Says when it is written to, and goes on once its thread is interrupted. */
    private static final class UntilInterrupted extends FilterOutputStream {

        private final CountDownLatch writing;

        UntilInterrupted(OutputStream output, CountDownLatch writing) {
            super(output);
            this.writing = writing;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            writing.countDown();
            while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
            out.write(bytes, offset, length);
        }
    }
}

package io.github.sammaven.core.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives, read back by programs that are not ours. */
class ZipFormatTest {

    private static final int MORE_THAN_A_SHORT_COUNTS = 65_600;

    @TempDir
    private Path work;

    @ParameterizedTest
    @ValueSource(longs = {51, 52, 53})
    void numberOfThreadsMakesNoDifference(long seed) throws IOException {
        List<TreeFile> files = content(seed);
        Path one = work.resolve("1.zip");
        String sha256 = new ReproducibleZip(1).write(files, one);

        for (int threads : new int[] {2, 3, 8}) {
            assertThat(new ReproducibleZip(threads).write(files, work.resolve("n.zip")))
                    .as("seed %d, %d threads", seed, threads)
                    .isEqualTo(sha256);
        }
        assertThat(ContentHash.sha256(one)).isEqualTo(sha256);
        ZipReaders.check(one, files);
    }

    @Test
    void jarsAreStoredAndTextIsNot() throws IOException {
        List<TreeFile> files = content(54);
        Path archive = work.resolve("a.zip");
        new ReproducibleZip().write(files, archive);

        try (ZipFile zip = new ZipFile(archive.toFile())) {
            long noise = ZipPiece.MAX_BYTES * 3L;
            assertThat(zip.getEntry("noise" + noise).getCompressedSize()).isBetween(noise, noise + 100);
            assertThat(zip.getEntry("text" + noise).getCompressedSize()).isLessThan(noise * 2 / 3);
        }
    }

    @Test
    void unzipReadsContentAndModes() throws Exception {
        assumeThat(ZipReaders.has("unzip")).as("unzip").isTrue();
        List<TreeFile> files = content(55);
        Path archive = work.resolve("a.zip");
        new ReproducibleZip().write(files, archive);

        ZipReaders.run("unzip", "-tq", archive);
        ZipReaders.run("unzip", "-q", archive, "-d", work.resolve("out"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(work.resolve("out/small1"))))
                .isEqualTo("rwxr-xr-x");
        for (TreeFile file : files) {
            assertThat(work.resolve("out").resolve(file.name())).hasSameBinaryContentAs(file.path());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, ZipPiece.MAX_BYTES, ZipOutput.ZIP64_FROM})
    void othersReadZip64Fields(long zip64From) throws Exception {
        List<TreeFile> files = content(56);
        Path archive = work.resolve("a.zip");
        try (OutputStream output = new BufferedOutputStream(Files.newOutputStream(archive))) {
            new ZipAssembly(new ZipOutput(output, zip64From), Optional.empty()).add(files, 2);
        }

        try (ZipFile zip = new ZipFile(archive.toFile())) {
            assertThat(zip.size()).isEqualTo(files.size());
            for (TreeFile file : files) {
                assertThat(zip.getInputStream(zip.getEntry(file.name())))
                        .as(file.name())
                        .hasBinaryContent(Files.readAllBytes(file.path()));
            }
        }
        if (ZipReaders.has("unzip")) {
            ZipReaders.run("unzip", "-tq", archive);
        }
        if (ZipReaders.has("python3")) {
            ZipReaders.run("python3", "-m", "zipfile", "-t", archive);
        }
    }

    @Test
    void holdsMoreEntriesThanTheOldFormatCounts() throws Exception {
        Path content = Files.writeString(work.resolve("content"), "x");
        List<TreeFile> files = new ArrayList<>();
        for (int number = 0; number < MORE_THAN_A_SHORT_COUNTS; number++) {
            files.add(new TreeFile("f" + number, content, 1, false));
        }
        Path archive = work.resolve("many.zip");
        new ReproducibleZip().write(files, archive);

        try (ZipFile zip = new ZipFile(archive.toFile())) {
            assertThat(zip.size()).isEqualTo(MORE_THAN_A_SHORT_COUNTS);
        }
        if (ZipReaders.has("python3")) {
            ZipReaders.run("python3", "-m", "zipfile", "-t", archive);
        }
    }

    private List<TreeFile> content(long seed) throws IOException {
        Path folder = Files.createDirectories(work.resolve("tree"));
        new ZipContent(seed).writeTo(folder);
        Files.setPosixFilePermissions(folder.resolve("small1"), PosixFilePermissions.fromString("rwx------"));
        return new FileTreeReader().read(folder).files();
    }
}

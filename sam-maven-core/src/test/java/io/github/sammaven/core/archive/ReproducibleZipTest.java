package io.github.sammaven.core.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReproducibleZipTest {

    @TempDir
    private Path work;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void equalTreesGiveEqualBytesWhateverTheirOrderAndTimes(long seed) throws IOException {
        Map<String, String> files = new RandomTree(seed).files();
        Path first = write("first", files, new Random(seed), Instant.parse("2001-02-03T04:05:06Z"));
        Path second = write("second", files, new Random(seed + 1), Instant.parse("2026-11-21T04:05:06Z"));

        assertThat(zip(second)).as("seed %d", seed).hasSameBinaryContentAs(zip(first));
    }

    @Test
    void everyTimeZoneAndLocaleGivesTheSameBytes() throws IOException {
        Path folder = write("tree", Map.of("I.txt", "dotless"), new Random(0), Instant.EPOCH);
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        Set<String> hashes = new HashSet<>();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            for (String id : TimeZone.getAvailableIDs()) {
                TimeZone.setDefault(TimeZone.getTimeZone(id));
                hashes.add(ContentHash.sha256(zip(folder)));
            }
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }

        assertThat(hashes).hasSize(1);
    }

    @Test
    void anotherUmaskLocaleAndTimeZoneOfTheProcessGiveTheSameBytes() throws Exception {
        assumeThat(Path.of("/bin/sh")).as("a POSIX shell").exists();
        Path one = work.resolve("one.zip");
        Path two = work.resolve("two.zip");
        String create = "mkdir \"$0\" && cd \"$0\" && printf x > \"$(printf 'caf\\303\\251.txt')\" && printf y > plain";

        run(Map.of("LC_ALL", "C.UTF-8", "TZ", "UTC"), "umask 022; " + create, work.resolve("a"));
        String hash = zipInChild(Map.of("LC_ALL", "C.UTF-8", "TZ", "UTC"), work.resolve("a"), one);
        run(Map.of("LC_ALL", "C", "TZ", "Asia/Tokyo"), "umask 077; " + create, work.resolve("b"));
        String other = zipInChild(Map.of("LC_ALL", "C", "TZ", "Asia/Tokyo"), work.resolve("b"), two);

        assertThat(other).isEqualTo(hash);
        assertThat(two).hasSameBinaryContentAs(one);
        try (ZipFile zip = ZipFile.builder().setPath(two).get()) {
            assertThat(Collections.list(zip.getEntries()))
                    .extracting(ZipArchiveEntry::getName)
                    .containsExactly("café.txt", "plain");
        }
    }

    @Test
    void entriesAreSortedByBytesWithUnixModesAndWithoutFoldersTimesOrExtraFields() throws IOException {
        Path folder = Files.createDirectories(work.resolve("tree/lib")).getParent();
        Files.writeString(folder.resolve("lib/b.txt"), "b");
        Files.writeString(folder.resolve("lib.txt"), "a");
        Files.writeString(folder.resolve("Z"), "z");
        Path run = Files.writeString(folder.resolve("bootstrap"), "#!/bin/sh\n");
        Files.setPosixFilePermissions(run, PosixFilePermissions.fromString("rwx------"));

        try (ZipFile zip = ZipFile.builder().setPath(zip(folder)).get()) {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntriesInPhysicalOrder());
            assertThat(entries)
                    .extracting(
                            ZipArchiveEntry::getName,
                            entry -> Integer.toOctalString(entry.getUnixMode()),
                            ZipArchiveEntry::getPlatform,
                            entry -> entry.getGeneralPurposeBit().usesUTF8ForNames(),
                            entry -> entry.getGeneralPurposeBit().usesDataDescriptor())
                    .containsExactly(
                            tuple("Z", "100644", ZipArchiveEntry.PLATFORM_UNIX, true, false),
                            tuple("bootstrap", "100755", ZipArchiveEntry.PLATFORM_UNIX, true, false),
                            tuple("lib.txt", "100644", ZipArchiveEntry.PLATFORM_UNIX, true, false),
                            tuple("lib/b.txt", "100644", ZipArchiveEntry.PLATFORM_UNIX, true, false));
            assertThat(entries).allSatisfy(entry -> {
                assertThat(entry.getExtra()).isNullOrEmpty();
                assertThat(entry.getTimeLocal()).hasToString("1980-01-01T00:00");
            });
        }
    }

    @Test
    void contentSurvives() throws IOException {
        byte[] content = new byte[300_000];
        new Random(7).nextBytes(content);
        Path folder = Files.createDirectories(work.resolve("tree"));
        Files.write(folder.resolve("data"), content);

        try (ZipFile zip = ZipFile.builder().setPath(zip(folder)).get();
                InputStream stream = zip.getInputStream(zip.getEntry("data"))) {
            assertThat(stream).hasSameContentAs(new ByteArrayInputStream(content));
        }
    }

    @Test
    void refusesAndLeavesNothingWhenAFileChangesMeanwhile() throws IOException {
        Path folder = write("tree", Map.of("a", "12345"), new Random(0), Instant.EPOCH);
        FileTree tree = new FileTreeReader().read(folder);
        Files.writeString(folder.resolve("a"), "123456789");
        Path target = Files.createDirectory(work.resolve("out")).resolve("a.zip");

        assertThatIOException()
                .isThrownBy(() -> new ReproducibleZip().write(tree.files(), target))
                .withMessageContaining("a was changed while it was being packaged");
        assertThat(target.getParent()).isEmptyDirectory();
    }

    private Path zip(Path folder) throws IOException {
        Path target = work.resolve(folder.getFileName() + ".zip");
        new ReproducibleZip().write(new FileTreeReader().read(folder).files(), target);
        return target;
    }

    private Path write(String name, Map<String, String> files, Random order, Instant time) throws IOException {
        List<String> names = new ArrayList<>(files.keySet());
        Collections.sort(names);
        Collections.shuffle(names, order);
        Path folder = work.resolve(name);
        for (String file : names) {
            Path path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, files.get(file));
            Files.setLastModifiedTime(path, FileTime.from(time));
        }
        return folder;
    }

    private String zipInChild(Map<String, String> environment, Path folder, Path target) throws Exception {
        return run(
                environment,
                "exec \"$0\" -cp \"$1\" " + ZipOnce.class.getName() + " \"$2\" \"$3\"",
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path"),
                folder,
                target);
    }

    private static String run(Map<String, String> environment, String script, Object... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", script));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }
}

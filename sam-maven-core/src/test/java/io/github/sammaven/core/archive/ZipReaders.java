package io.github.sammaven.core.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/** What other programs make of an archive. */
final class ZipReaders {

    private ZipReaders() {}

    /** Reads by the central directory and from front to back, and compares with the files. */
    static void check(Path archive, List<TreeFile> files) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .containsExactlyElementsOf(
                            files.stream().map(TreeFile::name).toList());
            for (TreeFile file : files) {
                try (InputStream content = zip.getInputStream(zip.getEntry(file.name()))) {
                    assertThat(content.readAllBytes()).as(file.name()).isEqualTo(Files.readAllBytes(file.path()));
                }
            }
        }
        Map<String, Path> paths = new HashMap<>();
        files.forEach(file -> paths.put(file.name(), file.path()));
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(zip.readAllBytes())
                        .as(entry.getName())
                        .isEqualTo(Files.readAllBytes(paths.remove(entry.getName())));
            }
        }
        assertThat(paths).isEmpty();
    }

    /** Whether there is such a program; says so if not. */
    static boolean has(String program) {
        boolean found = Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        if (!found) {
            System.out.println(program + " is absent: archives are not held against it");
        }
        return found;
    }

    static String run(Object... command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>();
        for (Object word : command) {
            words.add(word.toString());
        }
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }
}

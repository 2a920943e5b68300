package io.github.sammaven.core.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentHashTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15})
    void hashOfATreeFollowsTheRecipeOfSamCli(long seed) throws Exception {
        write(new RandomTree(seed).files());

        assertThat(hashes().content()).as("seed %d", seed).isEqualTo(recipe());
    }

    @Test
    void hashOfAKnownTreeIsTheOneSamCliGives() throws IOException {
        // md5("a.txt" + md5hex("hello") + "lib/b.txt" + md5hex("world")), worked out with md5sum
        write(Map.of("a.txt", "hello", "lib/b.txt", "world"));

        assertThat(hashes().content()).isEqualTo("17aeed9c6d7b8ca85616894de7bd478b");
    }

    @Test
    void executableBitCountsOnlyInTheHashWithModes() throws IOException {
        write(Map.of("bootstrap", "#!/bin/sh"));
        ContentHash.OfTree plain = hashes();
        Files.setPosixFilePermissions(folder.resolve("bootstrap"), PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(hashes().content()).isEqualTo(plain.content());
        assertThat(hashes().contentAndModes()).isNotEqualTo(plain.contentAndModes());
    }

    @Test
    void hashOfAFileIsThatOfItsBytes() throws IOException {
        Path file = Files.writeString(folder.resolve("a.jar"), "hello");

        assertThat(ContentHash.md5(file)).isEqualTo("5d41402abc4b2a76b9719d911017c592");
        assertThat(ContentHash.sha256(file))
                .isEqualTo("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");
    }

    private ContentHash.OfTree hashes() throws IOException {
        return HashedTree.of(new FileTreeReader().read(folder).files()).hashes();
    }

    /** The recipe once more, over one buffer and with code points for the order. */
    private String recipe() throws Exception {
        ByteArrayOutputStream fed = new ByteArrayOutputStream();
        List<String> names;
        try (Stream<Path> files = Files.walk(folder)) {
            names = files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted(Comparator.comparing(
                            (String name) -> name.codePoints().boxed().toList(), ContentHashTest::compare))
                    .toList();
        }
        for (String name : names) {
            fed.writeBytes(name.getBytes(StandardCharsets.UTF_8));
            fed.writeBytes(md5(Files.readAllBytes(folder.resolve(name))).getBytes(StandardCharsets.UTF_8));
        }
        return md5(fed.toByteArray());
    }

    private static int compare(List<Integer> a, List<Integer> b) {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            if (!a.get(i).equals(b.get(i))) {
                return Integer.compare(a.get(i), b.get(i));
            }
        }
        return Integer.compare(a.size(), b.size());
    }

    private static String md5(byte[] bytes) throws Exception {
        return String.format(
                "%032x", new BigInteger(1, MessageDigest.getInstance("MD5").digest(bytes)));
    }

    private void write(Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }
}

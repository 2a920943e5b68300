package io.github.sammaven.core.packaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** SAM CLI's keys as they are documented, worked out without the code that is tested. */
final class SamCliRecipe {

    private SamCliRecipe() {}

    static String md5(byte[] content) {
        return HexFormat.of().formatHex(digest().digest(content));
    }

    /** All files below, sorted by full path: the relative path, then the hex MD5 of the content. */
    static String folder(Path root) throws IOException {
        MessageDigest all = digest();
        try (Stream<Path> walk = Files.walk(root)) {
            List<String> names = walk.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .sorted()
                    .toList();
            for (String name : names) {
                all.update(name.getBytes(StandardCharsets.UTF_8));
                all.update(md5(read(root.resolve(name))).getBytes(StandardCharsets.UTF_8));
            }
        }
        return HexFormat.of().formatHex(all.digest());
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

package io.github.sammaven.core.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Names content by its hash, as SAM CLI does, so that what one of the two has uploaded the other finds. MD5 is no
 * protection against forgery here; whoever may write to the bucket may replace an object anyway.
 */
public final class ContentHash {

    private static final int BUFFER_BYTES = 64 * 1024;

    private ContentHash() {}

    /**
     * The hashes of a tree.
     *
     * @param content SAM CLI's hash: over each file's name and the hex MD5 of its content, in order of names
     * @param contentAndModes the same with an {@code x} after each executable file
     */
    public record OfTree(String content, String contentAndModes) {}

    static OfTree of(List<TreeFile> sorted, List<FileSum> sums) {
        MessageDigest content = digest("MD5");
        MessageDigest contentAndModes = digest("MD5");
        for (int i = 0; i < sums.size(); i++) {
            byte[] name = sorted.get(i).nameBytes();
            byte[] hash = sums.get(i).md5().getBytes(StandardCharsets.US_ASCII);
            content.update(name);
            content.update(hash);
            contentAndModes.update(name);
            contentAndModes.update(hash);
            if (sorted.get(i).executable()) {
                contentAndModes.update((byte) 'x');
            }
        }
        return new OfTree(hex(content), hex(contentAndModes));
    }

    /** Hex MD5 of the file's bytes. */
    public static String md5(Path file) throws IOException {
        return hash("MD5", file);
    }

    /** Hex SHA-256 of the file's bytes. */
    public static String sha256(Path file) throws IOException {
        return hash("SHA-256", file);
    }

    private static String hash(String algorithm, Path file) throws IOException {
        MessageDigest digest = digest(algorithm);
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream content = Files.newInputStream(file)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return hex(digest);
    }

    static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has " + algorithm, impossible);
        }
    }

    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}

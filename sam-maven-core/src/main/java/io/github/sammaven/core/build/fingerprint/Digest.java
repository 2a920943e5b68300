package io.github.sammaven.core.build.fingerprint;

import io.github.sammaven.core.files.FileStamp;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over texts and numbers, each set off from the next. */
final class Digest {

    private final MessageDigest sha256;

    Digest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    Digest add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        add(bytes.length);
        sha256.update(bytes);
        return this;
    }

    Digest add(long number) {
        sha256.update(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
        return this;
    }

    Digest add(FileStamp stamp) {
        ByteBuffer bytes = ByteBuffer.allocate(FileStamp.BYTES);
        stamp.put(bytes);
        sha256.update(bytes.flip());
        return this;
    }

    /** Bytes as they are, not set off. */
    void addRaw(byte[] bytes, int length) {
        sha256.update(bytes, 0, length);
    }

    String hex() {
        return HexFormat.of().formatHex(sha256.digest());
    }
}

package io.github.sammaven.core.build.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, in hex. */
final class Sha256 {

    private final MessageDigest digest;

    Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String of(String text) {
        Sha256 hash = new Sha256();
        hash.digest.update(text.getBytes(StandardCharsets.UTF_8));
        return hash.hex();
    }

    static String of(InputStream bytes) throws IOException {
        Sha256 hash = new Sha256();
        hash.reading(bytes).transferTo(OutputStream.nullOutputStream());
        return hash.hex();
    }

    /** What is read through it counts. */
    InputStream reading(InputStream bytes) {
        return new DigestInputStream(bytes, digest);
    }

    /** Of what was read; once. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}

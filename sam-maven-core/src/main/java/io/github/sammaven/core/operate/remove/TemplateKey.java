package io.github.sammaven.core.operate.remove;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The name packaging gives to a template in its bucket. */
final class TemplateKey {

    private TemplateKey() {}

    /** {@code MD5.template}, without a prefix. */
    static String of(String body) {
        try {
            byte[] md5 = MessageDigest.getInstance("MD5").digest(body.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(md5) + ".template";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has MD5", impossible);
        }
    }
}

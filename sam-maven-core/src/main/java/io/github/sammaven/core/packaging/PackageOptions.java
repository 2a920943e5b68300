package io.github.sammaven.core.packaging;

import io.github.sammaven.core.problem.InvalidOptionException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * How artifacts are named and when they are uploaded.
 *
 * @param keyPrefix what comes before each key, without slashes at its ends; empty for none
 * @param forceUpload whether to upload what the bucket has already
 * @param modesInKey whether a change of an executable bit alone makes a new key; keys then differ from those of SAM CLI
 * @param allowedSecrets names or patterns of files that look like secrets and may be part of an archive
 */
public record PackageOptions(String keyPrefix, boolean forceUpload, boolean modesInKey, List<String> allowedSecrets) {

    /** S3 user guide, object keys. */
    private static final int MAX_KEY_BYTES = 1024;

    /** A hash and the longest extension. */
    private static final int MAX_NAME_LENGTH = 32 + UploadedTemplates.EXTENSION.length();

    public PackageOptions {
        allowedSecrets = List.copyOf(allowedSecrets);
        keyPrefix = keyPrefix.replaceAll("^/+|/+$", "");
        int bytes = keyPrefix.getBytes(StandardCharsets.UTF_8).length + 1 + MAX_NAME_LENGTH;
        if (bytes > MAX_KEY_BYTES) {
            throw new InvalidOptionException(
                    "the S3 prefix makes keys of " + bytes + " bytes, over the limit of " + MAX_KEY_BYTES,
                    "shorten -Dsam.s3Prefix");
        }
    }

    /** Lets nothing in that looks like a secret. */
    public PackageOptions(String keyPrefix, boolean forceUpload, boolean modesInKey) {
        this(keyPrefix, forceUpload, modesInKey, List.of());
    }

    public static PackageOptions defaults() {
        return new PackageOptions("", false, false);
    }

    String key(String hash) {
        return keyPrefix.isEmpty() ? hash : keyPrefix + "/" + hash;
    }
}

package io.github.sammaven.core.operate.remove;

import io.github.sammaven.core.operate.remove.Leftover.StoredImage;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads which image of which repository a template names. */
final class ImageAddress {

    private static final Pattern IN_ECR = Pattern.compile(
            "([0-9]{12})\\.dkr\\.ecr\\.[a-z0-9-]+\\.amazonaws\\.com(?:\\.cn)?/([^:@]+)(?::([^:@]+)|@(sha256:[^:@]+))");

    /** {@code name-ID-tag}, where ID begins the digest of the image's configuration. */
    private static final Pattern CONTENT_TAG = Pattern.compile(".+-[0-9a-f]{12}-.+");

    private ImageAddress() {}

    /** Empty for everything that is not in ECR. */
    static Optional<StoredImage> of(String text) {
        Matcher parts = IN_ECR.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String name = parts.group(3) == null ? parts.group(4) : parts.group(3);
        return Optional.of(new StoredImage(parts.group(1), parts.group(2), name));
    }

    /** Whether packaging may have made up this tag. */
    static boolean isMadeFromContent(String tag) {
        return CONTENT_TAG.matcher(tag).matches();
    }
}

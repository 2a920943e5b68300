package io.github.sammaven.core.operate.remove;

import io.github.sammaven.core.operate.remove.Leftover.StoredObject;
import io.github.sammaven.core.packaging.artifact.S3Object;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads where an object is from the ways templates write it. */
final class ObjectAddress {

    private static final Pattern VIRTUAL_HOST = Pattern.compile("(.+?)\\.s3[.-][a-z0-9.-]*amazonaws\\.com(?:\\.cn)?");

    /** An MD5 with any extension, or what the signer made of such an object. */
    private static final Pattern CONTENT_NAME =
            Pattern.compile("(?:.*/)?(?:[0-9a-f]{32}(?:\\.[A-Za-z0-9]+)?|signed_.+)");

    private ObjectAddress() {}

    /** {@code s3://bucket/key}, or an address of either style; empty for everything else. */
    static Optional<StoredObject> of(String text) {
        return S3Object.of(text)
                .map(object -> new StoredObject(object.bucket(), object.key()))
                .or(() -> ofUrl(text));
    }

    private static Optional<StoredObject> ofUrl(String text) {
        if (!text.startsWith("http://") && !text.startsWith("https://")) {
            return Optional.empty();
        }
        try {
            URI url = new URI(text);
            String path = url.getPath() == null ? "" : url.getPath().replaceFirst("^/", "");
            Matcher virtual = VIRTUAL_HOST.matcher(url.getHost() == null ? "" : url.getHost());
            if (virtual.matches()) {
                return stored(virtual.group(1), path);
            }
            int slash = path.indexOf('/');
            return slash < 0 ? Optional.empty() : stored(path.substring(0, slash), path.substring(slash + 1));
        } catch (URISyntaxException notOne) {
            return Optional.empty();
        }
    }

    private static Optional<StoredObject> stored(String bucket, String key) {
        return bucket.isEmpty() || key.isEmpty() ? Optional.empty() : Optional.of(new StoredObject(bucket, key));
    }

    /** Whether packaging may have made up this key. */
    static boolean isMadeFromContent(String key) {
        return CONTENT_NAME.matcher(key).matches();
    }
}

package io.github.sammaven.core.packaging.artifact;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An object in S3.
 *
 * @param url an HTTPS address of it, of either style
 * @param version of the object, where one is named
 */
public record S3Object(String bucket, String key, URI url, Optional<String> version) {

    private static final Pattern WRITTEN = Pattern.compile("s3://([^/?]+)/([^?]+)(?:\\?versionId=([^&]+))?");

    /** The object {@code s3://bucket/key?versionId=version} names; its address is not known. */
    public static Optional<S3Object> of(String written) {
        Matcher parts = WRITTEN.matcher(written);
        return parts.matches()
                ? Optional.of(new S3Object(
                        parts.group(1), parts.group(2), URI.create(""), Optional.ofNullable(parts.group(3))))
                : Optional.empty();
    }

    String uri() {
        return "s3://" + bucket + "/" + key;
    }

    /** The address with the bucket in its path, which is what older regions and all emulators take. */
    URI pathStyleUrl() {
        String start = bucket + ".";
        String authority = url.getRawAuthority();
        return authority != null && authority.startsWith(start)
                ? URI.create(
                        url.getScheme() + "://" + authority.substring(start.length()) + "/" + bucket + url.getRawPath())
                : url;
    }
}

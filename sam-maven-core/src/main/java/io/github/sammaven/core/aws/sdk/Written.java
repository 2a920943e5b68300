package io.github.sammaven.core.aws.sdk;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An object that is whole.
 *
 * @param version the id S3 gave it, if the bucket keeps versions
 */
record Written(Optional<String> version) {

    /** What S3 calls the only version of an object while a bucket keeps none. */
    private static final String NO_VERSION = "null";

    static Written of(@Nullable String version) {
        return new Written(Optional.ofNullable(version).filter(id -> !id.equals(NO_VERSION)));
    }
}

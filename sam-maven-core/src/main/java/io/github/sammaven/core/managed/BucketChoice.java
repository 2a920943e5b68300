package io.github.sammaven.core.managed;

import io.github.sammaven.core.problem.InvalidOptionException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Which bucket receives the artifacts: one that is named, or the managed one.
 *
 * @param named the named one; empty for the managed one
 */
public record BucketChoice(Optional<String> named) {

    private static final String URL = "s3://";

    /**
     * @param s3Bucket name the user gave
     * @param resolveS3 whether the user wants the managed bucket
     * @throws InvalidOptionException if it is neither or both, or a URL is given for the name
     */
    public static BucketChoice of(Optional<String> s3Bucket, boolean resolveS3) {
        if (s3Bucket.isPresent() && resolveS3) {
            throw new InvalidOptionException(
                    "the bucket '" + s3Bucket.get() + "' is named, and resolveS3 asks for the managed one",
                    "keep one of them: -Dsam.s3Bucket=BUCKET or -Dsam.resolveS3=true");
        }
        if (s3Bucket.isEmpty() && !resolveS3) {
            throw new InvalidOptionException(
                    "no bucket is named that receives the archives",
                    "set -Dsam.s3Bucket=BUCKET, use the bucket SAM CLI and sam-maven share with -Dsam.resolveS3=true,"
                            + " or package without AWS: -Dsam.upload=false");
        }
        s3Bucket.filter(text -> text.startsWith(URL)).ifPresent(BucketChoice::refuseUrl);
        return new BucketChoice(s3Bucket);
    }

    private static void refuseUrl(String url) {
        String[] parts = url.substring(URL.length()).split("/", 2);
        String prefix = parts.length == 1 || parts[1].isEmpty() ? "" : " -Dsam.s3Prefix=" + parts[1];
        throw new InvalidOptionException(
                "s3Bucket is the name of a bucket, '" + url + "' is a URL", "set -Dsam.s3Bucket=" + parts[0] + prefix);
    }

    /** @param managed asked only if no bucket is named */
    public String name(Supplier<ManagedBucket> managed) {
        return named.orElseGet(() -> managed.get().name());
    }
}

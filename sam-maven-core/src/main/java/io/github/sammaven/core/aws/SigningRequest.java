package io.github.sammaven.core.aws;

/**
 * An archive to be signed.
 *
 * @param bucket where it is, and where the signed one goes
 * @param key its key
 * @param version which version of it
 * @param destinationPrefix what the key of the signed one begins with
 * @param profile what to sign with
 */
public record SigningRequest(
        String bucket, String key, String version, String destinationPrefix, SigningProfile profile) {}

package io.github.sammaven.core.aws;

/**
 * An image in a registry.
 *
 * @param digest of its manifest, {@code sha256:...}
 * @param configDigest of its configuration, which is the id of the image in most engines; empty if it is an index of
 *     images
 */
public record RegistryImage(String digest, String configDigest) {

    /** Whether it is the image an engine knows by this id. */
    public boolean isSame(String imageId) {
        return configDigest.equals(imageId) || digest.equals(imageId);
    }
}

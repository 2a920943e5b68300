package io.github.sammaven.core.packaging;

/** Signs uploaded code. May be called from several threads. */
public interface ArtifactSigner {

    /** Whether the code of this function or layer is to be signed; ids are those of {@code BuiltArtifact}. */
    boolean signs(String id);

    /**
     * Signs what was uploaded; called once for each function and layer.
     *
     * @param key of the object, which ends in {@code .zip}
     * @return key of the signed object in the same bucket
     */
    String sign(String id, String key);
}

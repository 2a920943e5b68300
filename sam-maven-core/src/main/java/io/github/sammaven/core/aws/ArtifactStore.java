package io.github.sammaven.core.aws;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A bucket that holds artifacts under keys made from their content. Methods may be called from several threads at once.
 * They throw a {@code SamException} with the way out when the service refuses or cannot be reached, and one whose cause
 * is an {@link InterruptedException} when the thread is interrupted.
 */
public interface ArtifactStore {

    /** Name of the bucket. */
    String bucket();

    /**
     * Gets ready for the calls to come, as far as that helps; may be called while other things are done. What goes wrong
     * goes wrong again with the call that needs it, and is told there.
     */
    default void prepare() {}

    /** Whether there is an object with this key. */
    boolean contains(String key);

    /**
     * Writes {@code file} under {@code key}, replacing what is there.
     *
     * @return the id of the version written, if the bucket keeps versions
     */
    Optional<String> put(String key, Path file);

    /**
     * The HTTPS address of {@code key} with the bucket in the path, as CloudFormation takes it for templates; the object
     * need not be there.
     */
    URI url(String key);
}

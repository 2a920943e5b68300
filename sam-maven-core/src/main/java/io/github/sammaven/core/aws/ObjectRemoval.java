package io.github.sammaven.core.aws;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Takes objects out of buckets for good. Methods throw a {@code SamException} when the service refuses. */
public interface ObjectRemoval {

    /** How many versions one call may delete (S3 API reference, DeleteObjects). */
    int AT_ONCE = 1000;

    /**
     * All versions of the objects whose keys begin with {@code prefix}, delete markers too, page by page. Nothing if there
     * is no such bucket.
     */
    void versions(String bucket, String prefix, Consumer<List<ObjectVersion>> page);

    /**
     * Deletes versions.
     *
     * @param versions at most {@value #AT_ONCE}
     * @return what could not be deleted and why, a sentence for each
     */
    List<String> delete(String bucket, List<ObjectVersion> versions);

    /** The text of an object; empty if it is not there. */
    Optional<String> text(String bucket, String key);
}

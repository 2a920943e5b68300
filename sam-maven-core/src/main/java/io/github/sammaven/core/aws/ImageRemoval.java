package io.github.sammaven.core.aws;

import java.util.List;
import java.util.Set;

/** Takes images out of a registry. Methods throw a {@code SamException} when the service refuses. */
public interface ImageRemoval {

    /** How many images one call may delete (ECR API reference, BatchDeleteImage). */
    int AT_ONCE = 100;

    /**
     * Tags of an image; none if it, or its repository, is not there.
     *
     * @param account twelve digits, the owner of the repository
     */
    List<String> tags(String account, String repository, String digest);

    /**
     * Deletes images; those that are gone already are fine.
     *
     * @param names tags, or digests that begin with {@code sha256:}; at most {@value #AT_ONCE}
     * @return what could not be deleted and why, a sentence for each
     */
    List<String> delete(String account, String repository, Set<String> names);
}

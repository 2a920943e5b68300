package io.github.sammaven.core.aws;

import java.util.Optional;

/**
 * The registry for container images of one region. Methods may be called from several threads at once. They throw a
 * {@code SamException} with the way out when the service refuses or cannot be reached.
 */
public interface ImageRegistry {

    /** Where it is. */
    String region();

    /** What the container engine logs in with; asked for once in a run, however many images are pushed. */
    RegistryToken token();

    /**
     * The image under a tag.
     *
     * @param account twelve digits, the owner of the repository
     * @param repository its name without the host
     * @return empty if there is none, or if looking is not allowed: pushing it tells more then
     */
    Optional<RegistryImage> find(String account, String repository, String tag);

    /** Deletes a repository of the caller's account with all images in it; one that is gone already is fine. */
    void deleteRepository(String repository);
}

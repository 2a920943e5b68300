package io.github.sammaven.core.local.container;

import io.github.sammaven.core.function.Architecture;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The images a container engine has. Safe for use by several threads. Every method throws
 * {@link io.github.sammaven.core.problem.SamException} if the engine refuses or does not answer.
 */
public interface ImageStore {

    /** The image of that name or id, if the engine has it. */
    Optional<EngineImage> find(String reference);

    /**
     * Fetches an image from its registry; a current one is not fetched again.
     *
     * @param progress takes a line from time to time
     * @throws ImageUnavailableException if the registry has no such image, cannot be reached or wants credentials
     */
    void pull(String reference, Architecture architecture, Consumer<String> progress);

    /**
     * Builds an image.
     *
     * @param context tar archive
     * @param output takes what the build prints, line by line
     * @return the id of the image
     */
    String build(ImageRecipe recipe, InputStream context, Consumer<String> output);

    /** Gives an image one more name. */
    void tag(String imageId, String repository, String tag);

    /** Takes the names with this repository and label away that do not belong to the image; what is in use stays. */
    void removeOtherTags(String repository, Map<String, String> labels, String imageId);
}

package io.github.sammaven.core.container;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a container engine does to make and deliver images. Safe for use by several threads. Every method throws a {@link
 * io.github.sammaven.core.problem.SamException} if the engine refuses or does not answer; it is connected to with the
 * first question.
 */
public interface ImageEngine extends AutoCloseable {

    /** The image of that name or id, if the engine has it. */
    Optional<ImageDetails> find(String reference);

    /**
     * Builds an image.
     *
     * @param context tar archive; read to its end, not closed
     * @param output takes what the build prints, line by line
     * @return the id of the image
     */
    String build(BuildRequest request, InputStream context, Consumer<String> output);

    /**
     * Takes images in from an archive that {@code docker save} wrote.
     *
     * @return their names, or ids where they have none
     */
    List<String> load(InputStream archive);

    /** Gives an image one more name. */
    void tag(String imageId, String repository, String tag);

    /**
     * Brings an image to its registry; layers that are there already are not sent again.
     *
     * @param login empty to use the one of the docker command, if there is one
     * @param progress takes a line from time to time
     * @return digest of its manifest, {@code sha256:...}; empty if the engine did not tell
     * @throws PushFailedException if the registry or the network refuses
     */
    Optional<String> push(String repository, String tag, Optional<RegistryLogin> login, Consumer<String> progress);

    /** Stops talking to the engine. */
    @Override
    void close();
}

package io.github.sammaven.core.local.container;

import io.github.sammaven.core.function.Architecture;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * What a container engine does for local runs. Safe for use by several threads. Every method throws
 * {@link io.github.sammaven.core.problem.SamException} if the engine refuses or does not answer.
 */
public interface ContainerEngine extends AutoCloseable {

    /** Whether the engine runs on another machine, which sees neither our folders nor our loopback interface. */
    boolean isRemote();

    /** The image of that name or id, if the engine has it. */
    Optional<EngineImage> image(String reference);

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

    /** Makes a container, and does not start it yet; returns its id. */
    String create(ContainerSpec spec);

    /** Copies files in. The container need not run. */
    void copyIn(String container, InputStream tarFromRoot);

    /**
     * Follows what a container prints, from now until its end. Called before {@link #start}.
     *
     * @return to be closed; that stops following
     */
    FollowedOutput follow(String container, OutputReceiver receiver);

    void start(String container);

    /** Waits until the container has ended; may be asked after its end, but not before its start. */
    ContainerExit awaitExit(String container);

    /** Where a port of a running container can be reached, by the number it has inside; empty if it is not published. */
    Optional<Integer> publishedPort(String container, int port);

    /** Starts a program inside, beside what runs there. */
    InsideProgram run(String container, List<String> command, OutputReceiver receiver);

    /** Highest memory use noted, bytes without the file cache; empty if the engine does not tell. */
    OptionalLong peakMemory(String container);

    /** Asks the container to end, and ends it after {@code grace}. */
    void stop(String container, Duration grace);

    /** Ends a container if it runs, and removes it; one that is gone already is fine. */
    void remove(String container);

    /** Labels of all containers that have these, running or not, by container id. */
    Map<String, Map<String, String>> labelled(Map<String, String> labels);

    /** The address ranges of a network. */
    List<NetworkRange> ranges(String network);

    /** Stops talking to the engine. Containers are not touched. */
    @Override
    void close();
}

package io.github.sammaven.core.local.container;

import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a container engine does for local runs. Safe for use by several threads. Every method throws
 * {@link io.github.sammaven.core.problem.SamException} if the engine refuses or does not answer.
 */
public interface ContainerEngine extends AutoCloseable {

    /** Whether the engine runs on another machine, which sees neither our folders nor our loopback interface. */
    boolean isRemote();

    /** Its images. */
    ImageStore images();

    /** Makes a container, and does not start it yet; returns its id. */
    String create(ContainerSpec spec);

    /** Copies files in. The container need not run. */
    void copyIn(String container, InputStream tarFromRoot);

    /** Copies a file or folder out, as a tar archive; empty if it is not there. The container need not run. */
    Optional<InputStream> copyOut(String container, String path);

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
    InsideProgram run(String container, InsideCommand command, OutputReceiver receiver);

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

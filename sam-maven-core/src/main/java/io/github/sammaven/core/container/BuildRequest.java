package io.github.sammaven.core.container;

import java.util.Collections;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How to build an image from a context.
 *
 * @param dockerfile name in the context
 * @param arguments build arguments
 * @param target stage to stop at; empty for the last
 * @param platform {@code linux/arm64}
 * @param switches on or off
 * @param labels it carries
 * @param network for its commands; empty for the engine's own choice
 * @param extraHosts {@code name:address}
 * @param cacheFrom images whose layers may be used
 * @param shmBytes size of {@code /dev/shm}
 * @param memoryBytes its commands may use
 * @param baseImages it begins with, so that logins to their registries are sent along
 */
public record BuildRequest(
        String dockerfile,
        SortedMap<String, String> arguments,
        Optional<String> target,
        String platform,
        Set<Switch> switches,
        SortedMap<String, String> labels,
        Optional<String> network,
        SortedSet<String> extraHosts,
        SortedSet<String> cacheFrom,
        OptionalLong shmBytes,
        OptionalLong memoryBytes,
        SortedSet<String> baseImages) {

    /** What is on or off. */
    public enum Switch {
        /** Without results of earlier builds. */
        NO_CACHE,
        /** Base images are fetched anew. */
        PULL
    }

    public BuildRequest {
        arguments = Collections.unmodifiableSortedMap(new TreeMap<>(arguments));
        switches = Set.copyOf(switches);
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
        extraHosts = Collections.unmodifiableSortedSet(new TreeSet<>(extraHosts));
        cacheFrom = Collections.unmodifiableSortedSet(new TreeSet<>(cacheFrom));
        baseImages = Collections.unmodifiableSortedSet(new TreeSet<>(baseImages));
    }
}

package io.github.sammaven.core.local.container;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What users may say about containers. Built from {@link #defaults()} with the {@code with...} methods.
 *
 * @param runtimeApi whose Runtime API is used
 * @param images what runs and where it comes from
 * @param copyCode whether code is copied in instead of mounted; empty to do so if the engine cannot see our folders
 * @param network what the container joins
 * @param memoryLimit whether the function's memory limits the container
 * @param debug how to debug
 * @param environment further variables, over all others
 * @param shutdownGrace how long a function may take to end when it is no longer needed; zero ends it at once
 * @param project label of the containers, to tell those of several projects apart
 */
public record ContainerOptions(
        RuntimeApiPlace runtimeApi,
        Images images,
        Optional<Boolean> copyCode,
        NetworkOptions network,
        boolean memoryLimit,
        DebugOptions debug,
        Map<String, String> environment,
        Duration shutdownGrace,
        String project) {

    /**
     * What runs and where it comes from.
     *
     * @param instead image by logical id of the function, instead of its own; the empty key is for all others
     * @param pull whether registries are asked for newer images; without it they are asked only for what is missing
     * @param build whether images are built afresh, without results of earlier builds
     */
    public record Images(Map<String, String> instead, boolean pull, boolean build) {

        public Images {
            instead = Map.copyOf(instead);
        }

        Optional<String> insteadOf(String function) {
            return Optional.ofNullable(instead.getOrDefault(function, instead.get("")));
        }
    }

    /**
     * What the container can reach, and from where it can be reached.
     *
     * @param name network joined beside the default one; {@code host} and {@code none} instead of it
     * @param extraHosts {@code name:address} lines for the hosts file
     * @param dns addresses of name servers
     * @param containerHost where published ports are reached from here
     * @param hostInterface address that published ports are bound to
     */
    public record NetworkOptions(
            Optional<String> name,
            List<String> extraHosts,
            List<String> dns,
            String containerHost,
            String hostInterface) {

        public NetworkOptions {
            extraHosts = List.copyOf(extraHosts);
            dns = List.copyOf(dns);
        }
    }

    public ContainerOptions {
        environment = Map.copyOf(environment);
    }

    /** Nothing said. */
    public static ContainerOptions defaults() {
        return new ContainerOptions(
                RuntimeApiPlace.AUTO,
                new Images(Map.of(), true, false),
                Optional.empty(),
                new NetworkOptions(Optional.empty(), List.of(), List.of(), "127.0.0.1", "127.0.0.1"),
                true,
                DebugOptions.OFF,
                Map.of(),
                Duration.ZERO,
                "");
    }

    public ContainerOptions withRuntimeApi(RuntimeApiPlace place) {
        return new ContainerOptions(
                place, images, copyCode, network, memoryLimit, debug, environment, shutdownGrace, project);
    }

    public ContainerOptions withImages(Images other) {
        return new ContainerOptions(
                runtimeApi, other, copyCode, network, memoryLimit, debug, environment, shutdownGrace, project);
    }

    public ContainerOptions withCopyCode(boolean copy) {
        return new ContainerOptions(
                runtimeApi,
                images,
                Optional.of(copy),
                network,
                memoryLimit,
                debug,
                environment,
                shutdownGrace,
                project);
    }

    public ContainerOptions withNetwork(NetworkOptions other) {
        return new ContainerOptions(
                runtimeApi, images, copyCode, other, memoryLimit, debug, environment, shutdownGrace, project);
    }

    public ContainerOptions withMemoryLimit(boolean limit) {
        return new ContainerOptions(
                runtimeApi, images, copyCode, network, limit, debug, environment, shutdownGrace, project);
    }

    public ContainerOptions withDebug(DebugOptions other) {
        return new ContainerOptions(
                runtimeApi, images, copyCode, network, memoryLimit, other, environment, shutdownGrace, project);
    }

    public ContainerOptions withEnvironment(Map<String, String> variables) {
        return new ContainerOptions(
                runtimeApi, images, copyCode, network, memoryLimit, debug, variables, shutdownGrace, project);
    }

    public ContainerOptions withShutdownGrace(Duration grace) {
        return new ContainerOptions(
                runtimeApi, images, copyCode, network, memoryLimit, debug, environment, grace, project);
    }

    public ContainerOptions withProject(String name) {
        return new ContainerOptions(
                runtimeApi, images, copyCode, network, memoryLimit, debug, environment, shutdownGrace, name);
    }
}

package io.github.sammaven.core.local.container;

import io.github.sammaven.core.function.Architecture;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A container to make.
 *
 * @param image id or name
 * @param architecture of the function
 * @param entryPoint instead of the image's own; empty to keep that
 * @param command instead of the image's own; empty to keep that
 * @param workingDirectory instead of the image's own
 * @param environment variables over those of the image
 * @param mounts folders of this machine, read-only
 * @param memoryMb limit; empty for none
 * @param network name of a network; empty for the engine's default
 * @param extraHosts {@code name:address} lines for its hosts file
 * @param dns addresses of name servers; empty for the engine's own
 * @param ports what to publish
 * @param labels to find it by
 */
public record ContainerSpec(
        String image,
        Architecture architecture,
        List<String> entryPoint,
        List<String> command,
        Optional<String> workingDirectory,
        Map<String, String> environment,
        List<Mount> mounts,
        OptionalInt memoryMb,
        Optional<String> network,
        List<String> extraHosts,
        List<String> dns,
        List<PublishedPort> ports,
        Map<String, String> labels) {

    public ContainerSpec {
        entryPoint = List.copyOf(entryPoint);
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        mounts = List.copyOf(mounts);
        extraHosts = List.copyOf(extraHosts);
        dns = List.copyOf(dns);
        ports = List.copyOf(ports);
        labels = Map.copyOf(labels);
    }

    /**
     * A folder the container sees.
     *
     * @param source absolute path on the engine's machine
     * @param target absolute path in the container
     */
    public record Mount(String source, String target) {}

    /**
     * A port that can be reached from outside.
     *
     * @param inside number in the container
     * @param outside number on the machine; 0 for a free one
     * @param address of the interface it listens on
     */
    public record PublishedPort(int inside, int outside, String address) {}
}

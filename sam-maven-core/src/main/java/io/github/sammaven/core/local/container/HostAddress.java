package io.github.sammaven.core.local.container;

import io.github.sammaven.core.local.runtime.ApiAddress;
import io.github.sammaven.core.problem.SamException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a container reaches this machine. On Linux the engine's bridge is an interface of this machine, or, if we run in
 * a container ourselves, leads to one. Elsewhere the engine lives in a virtual machine that forwards a name of its own to
 * our loopback interface.
 */
final class HostAddress {

    private static final String FORWARDED = "host.docker.internal";
    private static final List<String> DEFAULT_NETWORKS = List.of("bridge", "podman");

    private HostAddress() {}

    static ApiAddress of(ContainerEngine engine, Optional<String> network) {
        if (network.filter("host"::equals).isPresent()) {
            return ApiAddress.loopback();
        }
        for (String name : DEFAULT_NETWORKS) {
            List<NetworkRange> ranges = engine.ranges(name);
            for (NetworkRange range : ranges) {
                Optional<InetAddress> ours =
                        ownAddresses().filter(range::contains).findFirst();
                if (ours.isPresent()) {
                    InetAddress address = ours.get();
                    return new ApiAddress(
                            address,
                            address.getHostAddress(),
                            caller -> range.contains(caller) || caller.isLoopbackAddress());
                }
            }
        }
        return ApiAddress.reachedAs(FORWARDED);
    }

    /** Whether the engine's bridge begins on this machine, so that the engine sees our folders. */
    static boolean isOfEngine(ContainerEngine engine) {
        return DEFAULT_NETWORKS.stream()
                .flatMap(name -> engine.ranges(name).stream())
                .anyMatch(range -> ownAddresses().anyMatch(range.gateway()::equals));
    }

    private static Stream<InetAddress> ownAddresses() {
        try {
            return NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses);
        } catch (SocketException e) {
            throw new SamException("The network interfaces of this machine cannot be listed: " + e.getMessage(), "", e);
        }
    }
}

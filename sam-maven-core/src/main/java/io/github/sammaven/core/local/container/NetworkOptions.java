package io.github.sammaven.core.local.container;

import java.util.List;
import java.util.Optional;

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
        Optional<String> name, List<String> extraHosts, List<String> dns, String containerHost, String hostInterface) {

    /** The engine's default network; ports on the loopback interface. */
    public static final NetworkOptions DEFAULTS =
            new NetworkOptions(Optional.empty(), List.of(), List.of(), "127.0.0.1", "127.0.0.1");

    public NetworkOptions {
        extraHosts = List.copyOf(extraHosts);
        dns = List.copyOf(dns);
    }

    boolean isOfHost() {
        return name.filter("host"::equals).isPresent();
    }
}

package io.github.sammaven.core.local.runtime;

import java.net.InetAddress;
import java.util.function.Predicate;

/**
 * Where the Runtime API of one environment listens, and how its runtime gets there.
 *
 * @param listenOn address of the interface
 * @param host name or address the runtime is told
 * @param callers who may call; everybody else is refused
 */
public record ApiAddress(InetAddress listenOn, String host, Predicate<InetAddress> callers) {

    /** For runtimes of this machine. */
    public static ApiAddress loopback() {
        return reachedAs("127.0.0.1");
    }

    /** The loopback interface for a runtime elsewhere, to which something forwards what comes for that host. */
    public static ApiAddress reachedAs(String host) {
        return new ApiAddress(InetAddress.getLoopbackAddress(), host, InetAddress::isLoopbackAddress);
    }
}

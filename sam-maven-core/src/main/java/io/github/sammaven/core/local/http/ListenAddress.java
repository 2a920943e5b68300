package io.github.sammaven.core.local.http;

/**
 * Where an endpoint listens.
 *
 * @param host name or address of an interface of this machine
 * @param port 0 for a free one
 */
public record ListenAddress(String host, int port) {

    /** The loopback interface: nobody else can reach it. */
    public static final String LOOPBACK = "127.0.0.1";

    /** {@code http://127.0.0.1:3001}. */
    public String url() {
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    ListenAddress withPort(int other) {
        return new ListenAddress(host, other);
    }
}

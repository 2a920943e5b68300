package io.github.sammaven.core.local.http;

import java.util.Optional;

/**
 * How a listener talks.
 *
 * @param certificate of a server that talks TLS; empty for plain text
 * @param escapesKept whether paths and queries are left as they are; else they are decoded, and a request with a wrong
 *     escape is refused
 */
public record ListenerOptions(Optional<ServerCertificate> certificate, boolean escapesKept) {

    /** Plain text, decoded. */
    public static final ListenerOptions PLAIN = new ListenerOptions(Optional.empty(), false);

    /** {@code http} or {@code https}. */
    public String scheme() {
        return certificate.isPresent() ? "https" : "http";
    }
}

package io.github.sammaven.core.local.console;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Methods;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps other sites out. A page elsewhere can make a browser on this machine send requests here: under another host name,
 * which tells it, or to our own name, where the browser names the origin and the site does not know the key of our forms.
 */
final class RequestGuard {

    private static final Set<String> HOSTS = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final int KEY_BYTES = 24;

    private final String formKey;

    RequestGuard() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        formKey = Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    }

    /** A hidden field of every form. */
    String formKey() {
        return formKey;
    }

    /** Why a request is not answered; empty if it is. */
    Optional<String> refusal(HttpServerExchange exchange) {
        Optional<String> host = header(exchange, "Host");
        if (host.filter(RequestGuard::isOwn).isEmpty()) {
            return Optional.of("This page answers only to the names of the loopback interface.");
        }
        boolean reads = exchange.getRequestMethod().equals(Methods.GET)
                || exchange.getRequestMethod().equals(Methods.HEAD);
        String own = exchange.getRequestScheme() + "://" + host.get();
        boolean trusted = header(exchange, "Origin").map(own::equals).orElse(reads);
        return trusted ? Optional.empty() : Optional.of("This request does not come from this page.");
    }

    /** Whether a form is one of ours. */
    boolean isOwnForm(String key) {
        return MessageDigest.isEqual(key.getBytes(StandardCharsets.UTF_8), formKey.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isOwn(String host) {
        int colon = host.lastIndexOf(':');
        boolean port = colon > host.lastIndexOf(']');
        return HOSTS.contains(port ? host.substring(0, colon) : host);
    }

    private static Optional<String> header(HttpServerExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }
}

package io.github.sammaven.core.local.apigateway.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A request as it came, nothing decoded.
 *
 * @param id UUID; the same for the authorizer and the function
 * @param at when it came
 * @param method upper case
 * @param path up to the question mark, escapes kept, {@code /items/a%2Fb}
 * @param query behind the question mark, escapes kept; empty if there is none
 * @param headers in their order, names as they were written
 * @param body empty array if there is none
 * @param caller who sent it, and how
 */
public record ApiRequest(
        String id,
        Instant at,
        String method,
        String path,
        String query,
        List<Header> headers,
        byte[] body,
        Caller caller) {

    public ApiRequest {
        headers = List.copyOf(headers);
    }

    /**
     * The other end of the connection.
     *
     * @param address of the client, {@code 127.0.0.1}
     * @param protocol {@code HTTP/1.1}
     * @param scheme {@code http} or {@code https}
     * @param port of this server
     */
    public record Caller(String address, String protocol, String scheme, int port) {}

    /** The first header of that name, in small or capital letters. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.isNamed(name))
                .map(Header::value)
                .findFirst();
    }
}

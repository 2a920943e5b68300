package io.github.sammaven.core.local.apigateway.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a client gets.
 *
 * @param headers in their order; some names may be there more than once
 */
public record ApiResponse(int status, List<Header> headers, byte[] body) {

    public ApiResponse {
        headers = List.copyOf(headers);
    }

    /** A JSON document. */
    public static ApiResponse json(int status, String document) {
        return new ApiResponse(
                status,
                List.of(new Header("Content-Type", "application/json")),
                document.getBytes(StandardCharsets.UTF_8));
    }

    /** The same with further headers, which take the place of those of their names. */
    public ApiResponse with(List<Header> further) {
        List<Header> all = new ArrayList<>(headers);
        all.removeIf(header -> further.stream().anyMatch(other -> other.isNamed(header.name())));
        all.addAll(further);
        return new ApiResponse(status, all, body);
    }
}

package io.github.sammaven.core.local.apigateway.model;

import java.util.List;
import java.util.Optional;

/**
 * The {@code CorsConfiguration} of an HTTP API. Lists are empty if they are not given.
 *
 * @param credentials whether cookies and the like may be sent
 * @param maxAge seconds a preflight is remembered
 */
public record HttpCors(
        List<String> origins,
        List<String> methods,
        List<String> headers,
        List<String> exposed,
        boolean credentials,
        Optional<Integer> maxAge) {

    public HttpCors {
        origins = List.copyOf(origins);
        methods = List.copyOf(methods);
        headers = List.copyOf(headers);
        exposed = List.copyOf(exposed);
    }
}

package io.github.sammaven.core.local.apigateway.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a REST API answers by itself to a kind of error.
 *
 * @param status empty to leave it as it is
 * @param headers with their values, quotes taken off
 * @param templates of the body by media type; {@code $context.error.message} and the like are put in
 */
public record GatewayResponse(Optional<Integer> status, List<Header> headers, Map<String, String> templates) {

    public GatewayResponse {
        headers = List.copyOf(headers);
        templates = Map.copyOf(templates);
    }
}

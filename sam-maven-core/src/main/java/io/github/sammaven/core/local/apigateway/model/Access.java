package io.github.sammaven.core.local.apigateway.model;

import java.util.List;
import java.util.Optional;

/**
 * Who may call a route.
 *
 * @param authorizer empty if everybody
 * @param scopes of which a token must have one; empty for any token
 * @param apiKeyRequired whether an API key of a usage plan is asked for
 */
public record Access(Optional<Authorizer> authorizer, List<String> scopes, boolean apiKeyRequired) {

    /** Everybody. */
    public static final Access OPEN = new Access(Optional.empty(), List.of(), false);

    public Access {
        scopes = List.copyOf(scopes);
    }
}

package io.github.sammaven.core.local.apigateway.authorize.token;

import java.net.URI;

/**
 * Where the keys of an issuer are, instead of where the issuer says.
 *
 * @param name URL of the issuer, name of an authorizer, or ARN, id or logical id of a user pool
 * @param location of a JSON Web Key Set: {@code file:}, {@code http:} or {@code https:}
 */
public record JwksSource(String name, URI location) {}

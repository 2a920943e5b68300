package io.github.sammaven.core.local.apigateway.definition;

import io.github.sammaven.core.local.apigateway.model.Route;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The methods of a route. */
final class Methods {

    private static final String ANY_METHOD = "x-amazon-apigateway-any-method";
    private static final Set<String> NAMES = Set.of("GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "DELETE");

    private Methods() {}

    /** The method of a key of an OpenAPI path item; empty if the key is something else. */
    static Optional<String> ofPathItem(String key) {
        return key.equals(ANY_METHOD) ? Optional.of(Route.ANY) : named(key).filter(name -> !name.equals(Route.ANY));
    }

    /** The method of that name, in small or capital letters. */
    static Optional<String> named(String text) {
        String name = text.toUpperCase(Locale.ROOT);
        return NAMES.contains(name) || name.equals(Route.ANY) ? Optional.of(name) : Optional.empty();
    }
}

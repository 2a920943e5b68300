package io.github.sammaven.core.transform.openapi;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.transform.context.BlankValue;
import java.util.Optional;

/** {@code Auth} of an {@code HttpApi} event, seen together with {@code Auth} of the API as it is written. */
final class HttpEventAuth {

    private static final String DEFAULT = "DefaultAuthorizer";
    private static final String SCOPES = "AuthorizationScopes";

    private final MappingNode event;
    private final MappingNode api;
    private final Rejection rejection;

    /**
     * @param event empty if there is none
     * @param api empty if there is none; may be wrong, which is then reported on the API
     */
    HttpEventAuth(MappingNode event, MappingNode api, Rejection rejection) {
        this.event = event;
        this.api = api;
        this.rejection = rejection;
    }

    /** @throws RuntimeException of the rejection, if the event's wish cannot be met */
    void check() {
        if (!BlankValue.is(event)) {
            scopes(authorizer());
        }
    }

    /** Adds to the security of a method what the event asks for. */
    MappingNode secure(Route route, MappingNode method) {
        if (BlankValue.is(event)) {
            return method;
        }
        String name = authorizer();
        return Security.of(route, method).with(name, scopes(name)).in(method);
    }

    private String authorizer() {
        Node written = BlankValue.given(event, "Authorizer")
                .or(() -> BlankValue.given(api, DEFAULT))
                .orElseThrow(() -> rejection.of(
                        event, "Auth names no Authorizer, and the API has no DefaultAuthorizer", "add an Authorizer"));
        String name = written.asText().orElse("");
        if (name.equals(Security.NONE) && BlankValue.given(api, DEFAULT).isEmpty()) {
            throw rejection.of(written, "Auth.Authorizer is NONE, but the API has no DefaultAuthorizer", "remove it");
        }
        MappingNode authorizers = api.mapping("Authorizers").orElseGet(ApiDefinition::empty);
        boolean known = name.equals(Security.NONE) || isIam(name) || authorizers.has(name);
        if (!ApiDefinition.isText(written) || !known) {
            throw rejection.of(
                    written,
                    "Auth.Authorizer '%s' is none of the Authorizers of the API".formatted(name),
                    name.equals(Security.AWS_IAM)
                            ? "set Auth.EnableIamAuthorizer of the API to true"
                            : Keys.oneOf(name, authorizers.keys()));
        }
        return name;
    }

    private boolean isIam(String name) {
        return name.equals(Security.AWS_IAM)
                && api.get("EnableIamAuthorizer").equals(Optional.of(ScalarNode.bool(true)));
    }

    private Node scopes(String name) {
        Optional<Node> own = BlankValue.given(event, SCOPES);
        own.filter(scopes -> scopes.asSequence().isEmpty()).ifPresent(scopes -> {
            throw rejection.of(scopes, "Auth.AuthorizationScopes is " + scopes.kindName(), "a list is expected");
        });
        if (name.equals(Security.NONE) || isIam(name)) {
            return RestSecurity.NO_SCOPES;
        }
        return own.or(() -> api.mapping("Authorizers")
                        .flatMap(all -> all.mapping(name))
                        .flatMap(authorizer -> authorizer.sequence(SCOPES)))
                .orElse(RestSecurity.NO_SCOPES);
    }
}

package io.github.sammaven.core.transform.openapi;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Partition;
import io.github.sammaven.core.template.SequenceNode;
import java.util.List;

/** Defines the security schemes of a REST API and sets its defaults at all methods with an integration. */
final class RestSecurity {

    private static final String SECTION = "securityDefinitions";

    /** Stands in a method's security for "no API key, whatever the API says" until the API's default is set. */
    static final String NO_API_KEY = "api_key_false";

    static final SequenceNode NO_SCOPES = SequenceNode.of(List.of());

    private final ApiDefinition definition;
    private final RestAuth auth;

    RestSecurity(ApiDefinition definition, RestAuth auth) {
        this.definition = definition;
        this.auth = auth;
    }

    void apply(Partition partition) {
        auth.authorizers()
                .forEach((name, authorizer) -> definition.define(SECTION, name, authorizer.definition(partition)));
        auth.defaultAuthorizer().ifPresent(this::setDefault);
        if (auth.apiKeyRequired()) {
            requireApiKey();
        }
    }

    static void defineApiKey(ApiDefinition definition) {
        definition.define(SECTION, Security.API_KEY, RestAuthorizer.apiKeyDefinition());
    }

    static void defineIam(ApiDefinition definition) {
        definition.define(SECTION, Security.AWS_IAM, RestAuthorizer.iamDefinition());
    }

    private void setDefault(String name) {
        if (name.equals(Security.AWS_IAM)) {
            defineIam(definition);
        }
        Methods.changeIntegrated(
                definition,
                Methods.BESIDE_REST_METHODS,
                (route, method) -> isPreflight(route) && !auth.authorizesPreflight()
                        ? method
                        : withDefault(name, Security.of(route, method), method));
    }

    private MappingNode withDefault(String name, Security security, MappingNode method) {
        Security others = security.withoutAnyOf(auth.authorizerNames());
        Security changed = security;
        if (others.names(Security.NONE)) {
            Security withoutMarker = others.withoutFirst(Security.NONE);
            changed = withoutMarker.isEmpty() ? security : withoutMarker;
        } else if (!security.namesAnyOf(auth.authorizerNames())) {
            changed = security.with(name, scopesOf(name));
        } else {
            changed = security.withLast(auth.authorizerNames());
        }
        if (changed.startsWith(Security.AWS_IAM)) {
            defineIam(definition);
        }
        return changed.in(method);
    }

    private SequenceNode scopesOf(String name) {
        RestAuthorizer authorizer = auth.authorizers().get(name);
        return authorizer == null ? NO_SCOPES : authorizer.scopes();
    }

    private void requireApiKey() {
        defineApiKey(definition);
        Methods.changeIntegrated(
                definition,
                Methods.BESIDE_REST_METHODS,
                (route, method) -> isPreflight(route) && !auth.keyForPreflight() ? method : withApiKey(route, method));
    }

    private static MappingNode withApiKey(Route route, MappingNode method) {
        Security security = Security.of(route, method);
        Security others = security.without(Security.API_KEY);
        return security.names(NO_API_KEY)
                ? others.without(NO_API_KEY).in(method)
                : others.with(Security.API_KEY, NO_SCOPES).in(method);
    }

    private static boolean isPreflight(Route route) {
        return route.method().equals(Methods.OPTIONS);
    }
}

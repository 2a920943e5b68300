package io.github.sammaven.core.transform.openapi;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.transform.context.BlankValue;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code Auth} of a REST API, checked. */
final class RestAuth {

    private static final Set<String> KEYS = Set.of(
            "Authorizers",
            "DefaultAuthorizer",
            "InvokeRole",
            "AddDefaultAuthorizerToCorsPreflight",
            "AddApiKeyRequiredToCorsPreflight",
            "ApiKeyRequired",
            "ResourcePolicy",
            "UsagePlan");

    private final MappingNode settings;
    private final Map<String, RestAuthorizer> authorizers = new LinkedHashMap<>();
    private final Optional<String> defaultAuthorizer;

    private RestAuth(MappingNode settings, Rejection rejection) {
        this.settings = settings;
        Keys.allow("Auth", settings, KEYS, rejection);
        BlankValue.given(settings, "Authorizers")
                .ifPresent(written -> Keys.mapping("Auth.Authorizers", written, rejection)
                        .entries()
                        .forEach((name, value) -> authorizers.put(name, RestAuthorizer.of(name, value, rejection))));
        defaultAuthorizer = defaultAuthorizer(rejection);
    }

    /**
     * @param auth with the values of parameters put in
     * @throws RuntimeException of {@code rejection}, if something is wrong with it
     */
    static RestAuth of(Node auth, Rejection rejection) {
        return new RestAuth(Keys.mapping("Auth", auth, rejection), rejection);
    }

    private Optional<String> defaultAuthorizer(Rejection rejection) {
        Optional<Node> written = BlankValue.given(settings, "DefaultAuthorizer");
        if (written.isEmpty()) {
            return Optional.empty();
        }
        if (authorizers.isEmpty()) {
            return written.flatMap(Node::asText).filter(Security.AWS_IAM::equals);
        }
        Node node = written.get();
        if (!ApiDefinition.isText(node)) {
            throw rejection.of(node, "Auth.DefaultAuthorizer is " + node.kindName(), "name one of the Authorizers");
        }
        String name = node.asText().orElse("");
        if (!authorizers.containsKey(name) && !name.equals(Security.AWS_IAM)) {
            throw rejection.of(
                    node,
                    "Auth.DefaultAuthorizer '%s' is none of the Authorizers".formatted(name),
                    Keys.oneOf(name, authorizers.keySet()));
        }
        return Optional.of(name);
    }

    List<AuthorizerFunction> functions() {
        return authorizers.values().stream()
                .filter(RestAuthorizer::needsPermission)
                .map(authorizer -> new AuthorizerFunction(authorizer.name(), authorizer.functionArn()))
                .toList();
    }

    Map<String, RestAuthorizer> authorizers() {
        return authorizers;
    }

    /** The authorizer of methods that name none; {@code AWS_IAM} is one that needs no definition. */
    Optional<String> defaultAuthorizer() {
        return defaultAuthorizer;
    }

    /** Schemes that decide who calls, in contrast to API keys. */
    Set<String> authorizerNames() {
        Set<String> names = new LinkedHashSet<>(authorizers.keySet());
        names.add(Security.AWS_IAM);
        return names;
    }

    boolean apiKeyRequired() {
        return BlankValue.given(settings, "ApiKeyRequired").isPresent();
    }

    /** Whether {@code options} methods get the default authorizer too. */
    boolean authorizesPreflight() {
        return isNotOff("AddDefaultAuthorizerToCorsPreflight");
    }

    /** Whether {@code options} methods need an API key too. */
    boolean keyForPreflight() {
        return isNotOff("AddApiKeyRequiredToCorsPreflight");
    }

    private boolean isNotOff(String key) {
        return settings.get(key).isEmpty() || BlankValue.given(settings, key).isPresent();
    }

    Optional<Node> resourcePolicy() {
        return BlankValue.given(settings, "ResourcePolicy");
    }
}

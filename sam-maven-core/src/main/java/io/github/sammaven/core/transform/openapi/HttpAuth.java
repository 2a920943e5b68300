package io.github.sammaven.core.transform.openapi;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.Partition;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.transform.context.BlankValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code Auth} of an HTTP API: defines its security schemes and sets the default one at methods without security. */
final class HttpAuth {

    private static final Set<String> KEYS = Set.of("Authorizers", "DefaultAuthorizer", "EnableIamAuthorizer");
    private static final String SCHEMES = "securitySchemes";

    private final Map<String, HttpAuthorizer> authorizers = new LinkedHashMap<>();
    private final boolean iam;
    private final Optional<String> defaultAuthorizer;

    private HttpAuth(MappingNode settings, Rejection rejection) {
        Keys.allow("Auth", settings, KEYS, rejection);
        BlankValue.given(settings, "Authorizers")
                .ifPresent(written -> Keys.mapping("Auth.Authorizers", written, rejection)
                        .entries()
                        .forEach((name, value) -> authorizers.put(name, HttpAuthorizer.of(name, value, rejection))));
        iam = settings.get("EnableIamAuthorizer").equals(Optional.of(ScalarNode.bool(true)));
        defaultAuthorizer = BlankValue.given(settings, "DefaultAuthorizer")
                .filter(name -> !Intrinsic.isNoValue(name))
                .map(name -> checked(name, rejection));
    }

    static HttpAuth of(Node auth, Rejection rejection) {
        return new HttpAuth(Keys.mapping("Auth", auth, rejection), rejection);
    }

    private String checked(Node node, Rejection rejection) {
        if (!ApiDefinition.isText(node)) {
            throw rejection.of(node, "Auth.DefaultAuthorizer is " + node.kindName(), "name one of the Authorizers");
        }
        String name = node.asText().orElse("");
        if (!authorizers.containsKey(name) && !(iam && name.equals(Security.AWS_IAM))) {
            throw rejection.of(
                    node,
                    "Auth.DefaultAuthorizer '%s' is none of the Authorizers".formatted(name),
                    Keys.oneOf(name, authorizers.keySet()));
        }
        return name;
    }

    /** The functions that API Gateway must be allowed to ask. */
    List<AuthorizerFunction> functions() {
        return authorizers.values().stream()
                .filter(HttpAuthorizer::needsPermission)
                .map(authorizer -> new AuthorizerFunction(authorizer.name(), authorizer.functionArn()))
                .toList();
    }

    void applyTo(ApiDefinition definition, Partition partition) {
        Map<String, Node> schemes = new LinkedHashMap<>();
        authorizers.forEach((name, authorizer) -> schemes.put(name, authorizer.definition(partition)));
        if (iam) {
            schemes.putIfAbsent(Security.AWS_IAM, RestAuthorizer.iamDefinition());
        }
        if (!schemes.isEmpty()) {
            definition.defineComponents(SCHEMES, schemes);
        }
        defaultAuthorizer.ifPresent(name -> {
            Methods.requireNormalNames(definition, Methods.BESIDE_HTTP_METHODS);
            Methods.changeIntegrated(
                    definition, Methods.BESIDE_HTTP_METHODS, (route, method) -> withDefault(name, route, method));
        });
    }

    private MappingNode withDefault(String name, Route route, MappingNode method) {
        if (route.method().equals(Methods.OPTIONS)
                || BlankValue.given(method, Security.KEY).isPresent()) {
            return method;
        }
        HttpAuthorizer authorizer = authorizers.get(name);
        SequenceNode scopes = authorizer == null ? RestSecurity.NO_SCOPES : authorizer.scopes();
        return method.with(Security.KEY, SequenceNode.of(MappingNode.of(name, scopes)));
    }
}

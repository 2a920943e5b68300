package io.github.sammaven.core.transform.openapi;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.Partition;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.transform.context.BlankValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An entry of {@code Auth.Authorizers} of an HTTP API: tokens of an issuer (JWT), or a function that is asked.
 *
 * @param name its key
 * @param settings its value
 */
record HttpAuthorizer(String name, MappingNode settings) {

    private static final String DEFINITION = "x-amazon-apigateway-authorizer";
    private static final String JWT = "JwtConfiguration";
    private static final String IDENTITY_SOURCE = "IdentitySource";
    private static final String SCOPES = "AuthorizationScopes";
    private static final String PERMISSION = "EnableFunctionDefaultPermissions";
    private static final List<String> OF_FUNCTIONS = List.of(
            "FunctionArn",
            "FunctionInvokeRole",
            "AuthorizerPayloadFormatVersion",
            "EnableSimpleResponses",
            "Identity",
            PERMISSION);
    private static final List<String> OF_TOKENS = List.of(IDENTITY_SOURCE, SCOPES);

    static HttpAuthorizer of(String name, Node value, Rejection rejection) {
        String property = "Auth.Authorizers." + name;
        var authorizer = new HttpAuthorizer(name, Keys.mapping(property, value, rejection));
        authorizer.check(property, rejection);
        return authorizer;
    }

    private void check(String property, Rejection rejection) {
        refuse(property, List.of("OpenIdConnectUrl"), "JwtConfiguration takes its place", rejection);
        settings.get(SCOPES)
                .filter(scopes -> !scopes.isNull() && scopes.asSequence().isEmpty())
                .ifPresent(scopes -> {
                    throw rejection.of(
                            scopes, "%s.%s is %s".formatted(property, SCOPES, scopes.kindName()), "a list is expected");
                });
        if (isJwt()) {
            refuse(property, OF_FUNCTIONS, "it is for authorizers that are functions", rejection);
            require(property, IDENTITY_SOURCE, rejection);
            Keys.mapping(property + "." + JWT, settings.entries().get(JWT), rejection);
            return;
        }
        refuse(property, OF_TOKENS, "it is for authorizers with JwtConfiguration; see Identity", rejection);
        require(property, "FunctionArn", rejection);
        require(property, "AuthorizerPayloadFormatVersion", rejection);
        BlankValue.given(settings, "Identity")
                .ifPresent(identity -> RequestIdentity.check(
                        property + ".Identity", Keys.mapping(property + ".Identity", identity, rejection), rejection));
        settings.get(PERMISSION)
                .filter(value -> !value.isNull() && !EventAuth.isBoolean(value))
                .ifPresent(value -> {
                    throw rejection.of(
                            value,
                            "%s.%s is %s".formatted(property, PERMISSION, value.kindName()),
                            "true or false is expected");
                });
    }

    private void refuse(String property, List<String> keys, String reason, Rejection rejection) {
        keys.forEach(key -> settings.get(key).filter(value -> !value.isNull()).ifPresent(value -> {
            throw rejection.of(value, "%s cannot have %s".formatted(property, key), reason);
        }));
    }

    private void require(String property, String key, Rejection rejection) {
        if (BlankValue.given(settings, key).isEmpty()) {
            throw rejection.of(settings, "%s needs %s".formatted(property, key), "add it");
        }
    }

    private boolean isJwt() {
        return BlankValue.given(settings, JWT).isPresent();
    }

    /** Whether API Gateway must be allowed to ask a function. */
    boolean needsPermission() {
        return !isJwt() && BlankValue.given(settings, PERMISSION).isPresent();
    }

    Node functionArn() {
        return settings.get("FunctionArn").orElseGet(() -> ScalarNode.ofNull(settings.mark()));
    }

    /** Scopes that a method asks for if it names none. */
    SequenceNode scopes() {
        return settings.sequence(SCOPES).orElse(RestSecurity.NO_SCOPES);
    }

    /** The entry of {@code components.securitySchemes}. */
    MappingNode definition(Partition partition) {
        return isJwt()
                ? MappingNode.builder()
                        .put("type", "oauth2")
                        .put(DEFINITION, issuer())
                        .build()
                : MappingNode.builder()
                        .put("type", "apiKey")
                        .put("name", "Unused")
                        .put("in", "header")
                        .put(DEFINITION, function(partition))
                        .build();
    }

    private MappingNode issuer() {
        Map<String, Node> configuration = new LinkedHashMap<>();
        settings.mapping(JWT).ifPresent(written -> written.entries()
                .forEach((key, value) -> configuration.put(key.toLowerCase(Locale.ROOT), value)));
        return MappingNode.builder()
                .put("type", "jwt")
                .put("jwtConfiguration", MappingNode.of(configuration))
                .copy(settings, IDENTITY_SOURCE, "identitySource")
                .build();
    }

    private MappingNode function(Partition partition) {
        MappingNode.Builder authorizer = MappingNode.builder()
                .put("type", "request")
                .put("authorizerUri", LambdaUri.ofArn(partition.name(), functionArn()))
                .put(
                        "authorizerCredentials",
                        BlankValue.given(settings, "FunctionInvokeRole")
                                .filter(role -> !role.equals(ScalarNode.string(Security.NONE))))
                .copy(settings, "AuthorizerPayloadFormatVersion", "authorizerPayloadFormatVersion")
                .put("enableSimpleResponses", BlankValue.given(settings, "EnableSimpleResponses"));
        BlankValue.given(settings, "Identity").flatMap(Node::asMapping).ifPresent(identity -> authorizer
                .copy(identity, "ReauthorizeEvery", "authorizerResultTtlInSeconds")
                .put("identitySource", RequestIdentity.httpSources(identity)));
        return authorizer.build();
    }
}

package io.github.sammaven.core.transform.openapi;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.Partition;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.transform.context.BlankValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An entry of {@code Auth.Authorizers} of a REST API: a Cognito user pool, or a function that is asked with a token or
 * with the request.
 *
 * @param name its key
 * @param settings its value
 */
record RestAuthorizer(String name, MappingNode settings) {

    private static final String TOKEN = "TOKEN";
    private static final String REQUEST = "REQUEST";
    private static final String NO_PERMISSION = "DisableFunctionDefaultPermissions";
    private static final Set<Node> NO_CACHE = Set.of(ScalarNode.integer(0), ScalarNode.bool(false));

    static RestAuthorizer of(String name, Node value, Rejection rejection) {
        MappingNode settings = Keys.mapping("Auth.Authorizers." + name, value, rejection);
        var authorizer = new RestAuthorizer(name, settings);
        authorizer.check(rejection);
        return authorizer;
    }

    private void check(Rejection rejection) {
        String property = "Auth.Authorizers." + name;
        settings.get("AuthorizationScopes")
                .filter(scopes -> !scopes.isNull() && scopes.asSequence().isEmpty())
                .ifPresent(scopes -> {
                    throw rejection.of(
                            scopes, property + ".AuthorizationScopes is " + scopes.kindName(), "a list is expected");
                });
        settings.get(NO_PERMISSION)
                .filter(value -> !value.isNull() && !EventAuth.isBoolean(value))
                .ifPresent(value -> {
                    throw rejection.of(
                            value,
                            "%s.%s is %s".formatted(property, NO_PERMISSION, value.kindName()),
                            "true or false is expected");
                });
        Optional<Node> identity = BlankValue.given(settings, "Identity");
        identity.ifPresent(value -> Keys.mapping(property + ".Identity", value, rejection));
        if (isCognito()) {
            return;
        }
        settings.get("FunctionPayloadType").filter(type -> !type.isNull()).ifPresent(type -> {
            String text = type.asText().orElse("");
            if (!text.equals(TOKEN) && !text.equals(REQUEST)) {
                throw rejection.of(type, property + ".FunctionPayloadType is not known", "one of TOKEN, REQUEST");
            }
        });
        if (isRequest()
                && !RequestIdentity.isGiven(identity())
                && !ttl().filter(NO_CACHE::contains).isPresent()) {
            throw rejection.of(
                    settings,
                    property + " asks with the request, but names nothing of it",
                    "add Identity with Headers, QueryStrings, StageVariables or Context, or ReauthorizeEvery: 0");
        }
        if (isRequest()) {
            RequestIdentity.check(property + ".Identity", identity(), rejection);
        }
    }

    boolean isCognito() {
        return BlankValue.given(settings, "UserPoolArn").isPresent();
    }

    private boolean isRequest() {
        return settings.text("FunctionPayloadType").filter(REQUEST::equals).isPresent();
    }

    /** Scopes that a method asks for if it names none. */
    SequenceNode scopes() {
        return settings.sequence("AuthorizationScopes").orElseGet(() -> SequenceNode.of(List.of()));
    }

    private MappingNode identity() {
        return settings.mapping("Identity").orElseGet(ApiDefinition::empty);
    }

    private Optional<Node> ttl() {
        return identity().get("ReauthorizeEvery").filter(ttl -> !ttl.isNull());
    }

    /** The entry of {@code securityDefinitions}. */
    MappingNode definition(Partition partition) {
        MappingNode.Builder definition = MappingNode.builder()
                .put("type", "apiKey")
                .put("in", "header")
                .put("x-amazon-apigateway-authtype", isCognito() ? "cognito_user_pools" : "custom");
        if (isRequest()) {
            definition.put("name", "Unused");
        } else {
            definition.put(
                    "name", BlankValue.given(identity(), "Header").orElseGet(() -> ScalarNode.string("Authorization")));
        }
        return definition
                .put("x-amazon-apigateway-authorizer", isCognito() ? userPool() : function(partition))
                .build();
    }

    private MappingNode userPool() {
        Node arn = settings.get("UserPoolArn").orElseGet(ApiDefinition::empty);
        return MappingNode.builder()
                .put("type", "cognito_user_pools")
                .put("providerARNs", arn.asSequence().orElseGet(() -> SequenceNode.of(arn)))
                .put("identityValidationExpression", BlankValue.given(identity(), "ValidationExpression"))
                .build();
    }

    private MappingNode function(Partition partition) {
        MappingNode.Builder authorizer = MappingNode.builder()
                .put("type", isRequest() ? "request" : "token")
                .put("authorizerUri", LambdaUri.ofArn(partition.name(), functionArn()))
                .put("authorizerResultTtlInSeconds", ttl())
                .put(
                        "authorizerCredentials",
                        BlankValue.given(settings, "FunctionInvokeRole")
                                .filter(role -> !role.equals(ScalarNode.string(Security.NONE))));
        if (isRequest()) {
            RequestIdentity.source(identity()).ifPresent(source -> authorizer.put("identitySource", source));
        } else {
            authorizer.put("identityValidationExpression", BlankValue.given(identity(), "ValidationExpression"));
        }
        return authorizer.build();
    }

    /** Whether API Gateway must be allowed to ask a function; not so if the authorizer names none. */
    boolean needsPermission() {
        return !isCognito()
                && BlankValue.given(settings, "FunctionArn").isPresent()
                && BlankValue.given(settings, NO_PERMISSION).isEmpty();
    }

    Node functionArn() {
        return settings.get("FunctionArn").orElseGet(() -> ScalarNode.ofNull(settings.mark()));
    }

    /** The definition of a scheme that signs requests with IAM credentials. */
    static MappingNode iamDefinition() {
        return MappingNode.builder()
                .put("type", "apiKey")
                .put("name", "Authorization")
                .put("in", "header")
                .put("x-amazon-apigateway-authtype", "awsSigv4")
                .build();
    }

    static MappingNode apiKeyDefinition() {
        return MappingNode.builder()
                .put("type", "apiKey")
                .put("name", "x-api-key")
                .put("in", "header")
                .build();
    }
}

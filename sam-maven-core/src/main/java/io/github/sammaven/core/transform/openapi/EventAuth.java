package io.github.sammaven.core.transform.openapi;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarKind;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.transform.context.BlankValue;
import io.github.sammaven.core.transform.context.InvalidResourceException;
import java.util.Optional;

/** {@code Auth} of an {@code Api} event, seen together with {@code Auth} of the API as it is written. */
final class EventAuth {

    private static final String AUTHORIZER = "Authorizer";
    private static final String SCOPES = "AuthorizationScopes";
    private static final String API_KEY_REQUIRED = "ApiKeyRequired";
    private static final String INVOKE_ROLE = "InvokeRole";

    private final MappingNode event;
    private final MappingNode api;
    private final Rejection rejection;

    /**
     * @param event empty if there is none
     * @param api empty if there is none; may be wrong, which is then reported on the API
     */
    EventAuth(MappingNode event, MappingNode api, Rejection rejection) {
        this.event = event;
        this.api = api;
        this.rejection = rejection;
    }

    boolean overridesApi() {
        return BlankValue.given(event, "OverrideApiAuth").isPresent();
    }

    /** Whether {@link #secure} has something to do. */
    boolean securesMethod() {
        return BlankValue.given(event, AUTHORIZER).isPresent()
                || BlankValue.given(event, SCOPES).isPresent()
                || event.get(API_KEY_REQUIRED).filter(value -> !value.isNull()).isPresent();
    }

    /** @throws RuntimeException of the rejection, if it claims to override and has nothing to override with */
    void checkOverride() {
        boolean something = BlankValue.given(event, AUTHORIZER).isPresent()
                || BlankValue.given(event, API_KEY_REQUIRED).isPresent()
                || resourcePolicy().isPresent();
        if (overridesApi() && !something) {
            throw rejection.of(
                    event,
                    "Auth has OverrideApiAuth and nothing that overrides",
                    "add Authorizer, ApiKeyRequired or ResourcePolicy");
        }
    }

    Optional<Node> resourcePolicy() {
        return BlankValue.given(event, "ResourcePolicy");
    }

    /** The role that API Gateway assumes to call the function, if requests are signed with IAM credentials. */
    Optional<Node> credentials(String partitionName) {
        Optional<Node> authorizer = BlankValue.is(event) ? api.get("DefaultAuthorizer") : event.get(AUTHORIZER);
        if (!authorizer.equals(Optional.of(ScalarNode.string(Security.AWS_IAM)))) {
            return Optional.empty();
        }
        Optional<Node> role = event.get(INVOKE_ROLE).or(() -> api.get(INVOKE_ROLE));
        if (role.isEmpty()
                || role.flatMap(Node::asText)
                        .filter("CALLER_CREDENTIALS"::equals)
                        .isPresent()) {
            return Optional.of(ScalarNode.string("arn:" + partitionName + ":iam::*:user/*"));
        }
        return role.filter(node -> !node.isNull() && !node.equals(ScalarNode.string(Security.NONE)));
    }

    /** @throws RuntimeException of the rejection, if the event's wish cannot be met for any method */
    void check(Route route) {
        secure(ApiDefinition.of(ApiSkeleton.rest()), route, ApiDefinition.empty());
    }

    /** Adds to the security of a method what the event asks for, and defines the schemes that need it. */
    MappingNode secure(ApiDefinition definition, Route route, MappingNode method) {
        Security security = Security.of(route, method);
        Optional<Node> authorizer = BlankValue.given(event, AUTHORIZER);
        if (authorizer.isPresent()) {
            String name = checked(authorizer.get());
            security = security.with(name, scopes(name));
            if (security.startsWith(Security.AWS_IAM)) {
                RestSecurity.defineIam(definition);
            }
        } else if (BlankValue.given(event, SCOPES).isPresent()) {
            throw rejection.of(
                    event, "Auth has AuthorizationScopes and no Authorizer", "add the Authorizer that checks them");
        }
        Optional<Node> apiKey = event.get(API_KEY_REQUIRED).filter(value -> !value.isNull());
        if (apiKey.isPresent()) {
            security = withApiKey(definition, security, apiKey.get());
        }
        return security.isEmpty() ? method : security.in(method);
    }

    private Security withApiKey(ApiDefinition definition, Security security, Node required) {
        if (!BlankValue.is(required)) {
            RestSecurity.defineApiKey(definition);
            return security.withFirst(Security.API_KEY, RestSecurity.NO_SCOPES);
        }
        if (BlankValue.given(api, API_KEY_REQUIRED).isEmpty()) {
            throw rejection.of(
                    required, "Auth.ApiKeyRequired is false, but the API requires no key anyway", "remove it");
        }
        return security.withFirst(RestSecurity.NO_API_KEY, RestSecurity.NO_SCOPES);
    }

    private String checked(Node authorizer) {
        String name = authorizer.asText().orElse("");
        if (name.equals(Security.NONE)) {
            if (BlankValue.given(api, "DefaultAuthorizer").isEmpty()) {
                throw rejection.of(
                        authorizer, "Auth.Authorizer is NONE, but the API has no DefaultAuthorizer", "remove it");
            }
            return name;
        }
        if (name.equals(Security.AWS_IAM)) {
            return name;
        }
        MappingNode authorizers = api.mapping("Authorizers").orElseGet(ApiDefinition::empty);
        if (!ApiDefinition.isText(authorizer) || !authorizers.has(name)) {
            throw rejection.of(
                    authorizer,
                    "Auth.Authorizer '%s' is none of the Authorizers of the API".formatted(name),
                    Keys.oneOf(name, authorizers.keys()));
        }
        return name;
    }

    private Node scopes(String name) {
        Optional<Node> own = event.get(SCOPES).filter(scopes -> !scopes.isNull());
        own.filter(scopes -> scopes.asSequence().isEmpty() && !BlankValue.is(scopes))
                .ifPresent(scopes -> {
                    throw rejection.of(
                            scopes, "Auth.AuthorizationScopes is " + scopes.kindName(), "a list is expected");
                });
        if (name.equals(Security.NONE) || name.equals(Security.AWS_IAM)) {
            return RestSecurity.NO_SCOPES;
        }
        return own.orElseGet(() -> scopesOfAuthorizer(name));
    }

    private SequenceNode scopesOfAuthorizer(String name) {
        Node authorizer =
                api.mapping("Authorizers").flatMap(all -> all.get(name)).orElseGet(ApiDefinition::empty);
        return authorizer
                .asMapping()
                .orElseThrow(() -> InvalidResourceException.ofTemplate(
                        authorizer.mark(),
                        "authorizer '%s' of an API is %s".formatted(name, authorizer.kindName()),
                        "a mapping is expected"))
                .sequence(SCOPES)
                .orElse(RestSecurity.NO_SCOPES);
    }

    static boolean isBoolean(Node node) {
        return node instanceof ScalarNode scalar && scalar.kind() == ScalarKind.BOOLEAN;
    }
}

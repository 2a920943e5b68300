package io.github.sammaven.core.transform.websocket;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.transform.context.CloudFormationResource;
import io.github.sammaven.core.transform.context.SamResource;
import io.github.sammaven.core.transform.generate.LambdaPermission;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who may connect: {@code Auth} of a WebSocket API.
 *
 * @param api the API
 * @param auth with parameters put in, if it is there
 */
public record ConnectAuthorization(SamResource api, Optional<MappingNode> auth) {

    private static final String CUSTOM = "CUSTOM";
    private static final String IAM = "AWS_IAM";
    private static final Set<String> TYPES = Set.of(CUSTOM, IAM, "NONE");

    /**
     * @param auth {@code Auth}, with parameters put in
     * @param routes {@code Routes}
     * @throws io.github.sammaven.core.transform.context.InvalidResourceException if it is incomplete or odd
     */
    public static ConnectAuthorization of(SamResource api, Optional<Node> auth, MappingNode routes) {
        Optional<MappingNode> settings = auth.map(node -> node.asMapping()
                .orElseThrow(() -> api.invalid(node, "Auth must be a mapping, this is " + node.kindName(), "")));
        settings.ifPresent(mapping -> check(api, mapping, routes));
        return new ConnectAuthorization(api, settings);
    }

    private static void check(SamResource api, MappingNode auth, MappingNode routes) {
        if (!routes.has("$connect")) {
            throw api.invalid(auth, "Auth is asked when a client connects, but there is no $connect route", "");
        }
        Node type = auth.get("AuthType")
                .filter(value -> !value.isNull())
                .orElseThrow(() -> api.invalid(auth, "Auth needs an AuthType", "one of AWS_IAM, CUSTOM, NONE"));
        String name = type.asText().orElse("").toUpperCase(Locale.ROOT);
        if (!TYPES.contains(name)) {
            throw api.invalid(type, "AuthType must be one of AWS_IAM, CUSTOM, NONE", "");
        }
        boolean custom = name.equals(CUSTOM);
        if (custom && auth.get("AuthArn").filter(value -> !value.isNull()).isEmpty()) {
            throw api.invalid(auth, "Auth of type CUSTOM needs an AuthArn", "the ARN of the function that decides");
        }
        if (!custom && auth.size() > 1) {
            throw api.invalid(auth, "Auth of type %s takes nothing but AuthType".formatted(name), "");
        }
    }

    private boolean is(String type) {
        return auth.flatMap(settings -> settings.text("AuthType"))
                .filter(type::equals)
                .isPresent();
    }

    private String authorizerId() {
        return api.logicalId() + "ConnectAuthorizer";
    }

    /** Adds what the {@code $connect} route needs. */
    void addTo(MappingNode.Builder route) {
        if (auth.isEmpty()) {
            return;
        }
        route.put("AuthorizationType", is(CUSTOM) ? CUSTOM : is(IAM) ? IAM : "NONE");
        if (is(CUSTOM)) {
            route.put("AuthorizerId", Intrinsic.ref(authorizerId()));
        }
    }

    /** The authorizer and its permission, if a function decides. */
    public List<CloudFormationResource> resources() {
        if (!is(CUSTOM)) {
            return List.of();
        }
        MappingNode settings = auth.orElseGet(() -> MappingNode.of(Map.of()));
        Node arn = settings.get("AuthArn").orElse(ScalarNode.string(""));
        CloudFormationResource authorizer = CloudFormationResource.of(
                authorizerId(),
                "AWS::ApiGatewayV2::Authorizer",
                MappingNode.builder()
                        .put("ApiId", Intrinsic.ref(api.logicalId()))
                        .put("AuthorizerType", "REQUEST")
                        .put(
                                "AuthorizerUri",
                                Intrinsic.sub(
                                        "arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${AuthArn}/invocations",
                                        MappingNode.of("AuthArn", arn)))
                        .copy(settings, "InvokeRole", "AuthorizerCredentialsArn")
                        .copy(settings, "IdentitySource")
                        .put("Name", settings.get("Name").orElse(ScalarNode.string(authorizerId())))
                        .build());
        return settings.has("InvokeRole") ? List.of(authorizer) : List.of(authorizer, permission(arn));
    }

    private CloudFormationResource permission(Node arn) {
        return CloudFormationResource.of(
                api.logicalId() + "AuthorizerPermission",
                LambdaPermission.TYPE,
                LambdaPermission.of(arn, "apigateway.amazonaws.com")
                        .withSourceArn(Intrinsic.sub(
                                "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${__ApiId__}/authorizers/*",
                                MappingNode.of("__ApiId__", Intrinsic.ref(api.logicalId()))))
                        .properties());
    }
}

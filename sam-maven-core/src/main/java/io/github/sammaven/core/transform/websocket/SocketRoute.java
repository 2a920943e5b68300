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
import java.util.Set;

/**
 * An entry of {@code Routes}.
 *
 * @param api the API
 * @param key its key: {@code $connect}, {@code $disconnect}, {@code $default} or a word
 * @param settings what is under it
 * @param function ARN of the function that is called
 */
public record SocketRoute(SamResource api, String key, MappingNode settings, Node function) {

    private static final String CONNECT = "$connect";
    private static final Set<String> SPECIAL = Set.of(CONNECT, "$disconnect", "$default");
    private static final List<String> COPIED = List.of(
            "ApiKeyRequired",
            "ModelSelectionExpression",
            "OperationName",
            "RequestModels",
            "RequestParameters",
            "RouteResponseSelectionExpression");

    /** @throws io.github.sammaven.core.transform.context.InvalidResourceException if it is incomplete or odd */
    public static SocketRoute of(SamResource api, String key, Node value) {
        boolean word = !key.isEmpty() && key.chars().allMatch(SocketStage::isAlphanumeric);
        if (!word && !SPECIAL.contains(key)) {
            throw api.invalid(
                    value,
                    "route key '%s' is not alphanumeric".formatted(key),
                    "the special routes are $connect, $disconnect and $default");
        }
        MappingNode settings = value.asMapping()
                .orElseThrow(() -> api.invalid(
                        value, "route %s must be a mapping, this is %s".formatted(key, value.kindName()), ""));
        Node function = settings.get("FunctionArn")
                .filter(arn -> !arn.isNull())
                .orElseThrow(() -> api.invalid(settings, "route %s needs a FunctionArn".formatted(key), ""));
        settings.get("RequestParameters").filter(given -> !key.equals(CONNECT)).ifPresent(given -> {
            throw api.invalid(given, "route %s has RequestParameters, which only $connect may have".formatted(key), "");
        });
        return new SocketRoute(api, key, settings, function);
    }

    private String prefix() {
        String word = key.startsWith("$") ? key.substring(1) : key;
        return api.logicalId()
                + word.substring(0, 1).toUpperCase(Locale.ROOT)
                + word.substring(1).toLowerCase(Locale.ROOT);
    }

    public String logicalId() {
        return prefix() + "Route";
    }

    /** The route, its integration, and the permission to call the function. */
    public List<CloudFormationResource> resources(SocketStage stage, ConnectAuthorization authorization) {
        String integrationId = prefix() + "Integration";
        Node apiId = Intrinsic.ref(api.logicalId());
        MappingNode.Builder route = MappingNode.builder()
                .put("ApiId", apiId)
                .put("RouteKey", key)
                .put("Target", Intrinsic.join("/", ScalarNode.string("integrations"), Intrinsic.ref(integrationId)));
        COPIED.forEach(name -> route.copy(settings, name));
        if (key.equals(CONNECT)) {
            authorization.addTo(route);
        }
        MappingNode integration = MappingNode.builder()
                .put("ApiId", apiId)
                .put("IntegrationType", "AWS_PROXY")
                .put(
                        "IntegrationUri",
                        Intrinsic.sub(
                                "arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${FunctionArn}/invocations",
                                MappingNode.of("FunctionArn", function)))
                .copy(settings, "IntegrationTimeout", "TimeoutInMillis")
                .build();
        return List.of(
                CloudFormationResource.of(logicalId(), "AWS::ApiGatewayV2::Route", route.build()),
                CloudFormationResource.of(integrationId, "AWS::ApiGatewayV2::Integration", integration),
                CloudFormationResource.of(
                        prefix() + "Permission",
                        LambdaPermission.TYPE,
                        LambdaPermission.of(function, "apigateway.amazonaws.com")
                                .withSourceArn(stage.executeApiArn(key))
                                .properties()));
    }
}

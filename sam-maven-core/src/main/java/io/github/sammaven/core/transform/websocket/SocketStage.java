package io.github.sammaven.core.transform.websocket;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.transform.context.CloudFormationResource;
import io.github.sammaven.core.transform.context.SamResource;
import java.util.List;
import java.util.Optional;

/**
 * The stage of a WebSocket API.
 *
 * @param api the API
 * @param name its {@code StageName}
 */
public record SocketStage(SamResource api, Node name) {

    private static final String DEFAULT = "default";
    private static final List<String> COPIED =
            List.of("AccessLogSettings", "DefaultRouteSettings", "RouteSettings", "StageVariables");

    /** @throws io.github.sammaven.core.transform.context.InvalidResourceException for a name that cannot be an id */
    public static SocketStage of(SamResource api) {
        Node name = api.get("StageName").orElse(ScalarNode.string(DEFAULT));
        name.asText()
                .filter(text -> !text.chars().allMatch(SocketStage::isAlphanumeric))
                .ifPresent(text -> {
                    throw text.equals("$default")
                            ? api.invalid(name, "WebSocket APIs have no $default stage", "leave StageName out")
                            : api.invalidAs(
                                    api.logicalId() + text + "Stage",
                                    name,
                                    "StageName '%s' is not alphanumeric".formatted(text),
                                    "it is part of the stage's logical id: use letters and digits");
                });
        return new SocketStage(api, name);
    }

    static boolean isAlphanumeric(int character) {
        return character < 128 && Character.isLetterOrDigit(character);
    }

    public String logicalId() {
        String infix = name.asText()
                .map(text -> text.equals(DEFAULT) ? "Default" : text)
                .orElse("");
        return api.logicalId() + infix + "Stage";
    }

    /** The ARN of what is invoked through the stage: {@code path} of the API. */
    Node executeApiArn(String path) {
        String start =
                "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${" + api.logicalId() + ".ApiId}/";
        return name.asText()
                .map(text -> Intrinsic.sub(start + text + "/" + path))
                .orElseGet(() -> Intrinsic.sub(
                        start + "${__StageName__}/" + path,
                        MappingNode.builder().put("__StageName__", name).build()));
    }

    /** @param routeIds logical ids of the routes */
    public CloudFormationResource resource(MappingNode tags, List<String> routeIds) {
        MappingNode.Builder properties = MappingNode.builder()
                .put("ApiId", Intrinsic.ref(api.logicalId()))
                .put("StageName", name)
                .put("Tags", tags)
                .put("AutoDeploy", ScalarNode.bool(true));
        COPIED.forEach(each -> properties.copy(api.properties(), each));
        CloudFormationResource stage =
                CloudFormationResource.of(logicalId(), "AWS::ApiGatewayV2::Stage", properties.build());
        Optional<Node> settings = api.given("RouteSettings");
        return settings.isEmpty()
                ? stage
                : stage.withAttribute("DependsOn", SequenceNode.ofTexts(routeIds.toArray(String[]::new)));
    }
}

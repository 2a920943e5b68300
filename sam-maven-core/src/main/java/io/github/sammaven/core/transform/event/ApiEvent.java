package io.github.sammaven.core.transform.event;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.Partition;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.transform.context.CloudFormationResource;
import io.github.sammaven.core.transform.context.LogicalIds;
import io.github.sammaven.core.transform.generate.LambdaPermission;
import io.github.sammaven.core.transform.openapi.RestApi;
import io.github.sammaven.core.transform.openapi.RestApiEvent;
import io.github.sammaven.core.transform.openapi.RestApis;
import io.github.sammaven.core.transform.openapi.RestIntegration;
import io.github.sammaven.core.transform.openapi.Route;
import java.util.List;
import java.util.Optional;

/** A route of a REST API calls the function. One that SAM does not write gets the permission alone. */
final class ApiEvent implements FunctionEventSource {

    private final Partition partition;
    private final RestApis apis;

    ApiEvent(Partition partition, RestApis apis) {
        this.partition = partition;
        this.apis = apis;
    }

    @Override
    public EventResult translate(FunctionEvent event) {
        ApiReference reference = ApiReference.of(event.get("RestApiId"), RestApis.IMPLICIT);
        Optional<RestApi> api = apis.get(reference.logicalId());
        Node stageName = apis.stageName(reference.logicalId()).orElseGet(() -> ScalarNode.ofNull(event.mark()));
        Route route = new Route(text(event, "Path"), text(event, "Method"));
        Node stage =
                stageName.asText().<Node>map(name -> ScalarNode.string(name)).orElse(ScalarNode.string("Stage"));
        boolean streaming = event.get("ResponseTransferMode")
                .filter(ScalarNode.string("RESPONSE_STREAM")::equals)
                .isPresent();
        String function =
                event.target().aliasId().orElseGet(() -> event.function().logicalId() + ".Arn");
        api.ifPresent(known -> apis.definition(known)
                .ifPresent(definition -> new RestApiEvent(known, route, event.properties(), stage, event::invalid)
                        .addFunction(
                                definition,
                                RestIntegration.ofFunction(partition, function, streaming),
                                event.function().condition())));
        return EventResult.of(List.of(permission(event, reference, route, stageName)));
    }

    private static String text(FunctionEvent event, String property) {
        return event.get(property).flatMap(Node::asText).orElse("");
    }

    private CloudFormationResource permission(FunctionEvent event, ApiReference api, Route route, Node stageName) {
        String arn = "arn:" + partition.name()
                + ":execute-api:${AWS::Region}:${AWS::AccountId}:${__ApiId__}/${__Stage__}/" + route.arnMethod()
                + route.arnPath();
        return event.function()
                .beside(
                        LogicalIds.apiPermission(event.function().logicalId(), event.key(), stageName),
                        LambdaPermission.TYPE,
                        LambdaPermission.of(event.target().name(), "apigateway.amazonaws.com")
                                .withSourceArn(Intrinsic.sub(
                                        arn,
                                        MappingNode.builder()
                                                .put("__ApiId__", api.node())
                                                .put("__Stage__", "*")
                                                .build()))
                                .properties());
    }
}

package io.github.sammaven.core.transform.event;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.transform.context.CloudFormationResource;
import io.github.sammaven.core.transform.openapi.RestApi;
import io.github.sammaven.core.transform.openapi.RestApiEvent;
import io.github.sammaven.core.transform.openapi.RestApis;
import io.github.sammaven.core.transform.openapi.RestIntegration;
import io.github.sammaven.core.transform.openapi.Route;
import java.util.List;
import java.util.Optional;

/** A route of a REST API starts an execution; API Gateway assumes a role for it. An API that SAM does not write gets no route. */
final class StateMachineApiEvent implements StateMachineEventSource {

    private final RestApis apis;

    StateMachineApiEvent(RestApis apis) {
        this.apis = apis;
    }

    @Override
    public List<CloudFormationResource> translate(StateMachineEvent event) {
        ApiReference reference = ApiReference.of(event.get("RestApiId"), RestApis.IMPLICIT);
        Optional<RestApi> api = apis.get(reference.logicalId());
        Route route = new Route(text(event, "Path"), text(event, "Method"));
        boolean unescape = event.get("UnescapeMappingTemplate")
                .filter(ScalarNode.bool(true)::equals)
                .isPresent();
        RestIntegration integration =
                RestIntegration.ofStateMachine(targetId(event), StartExecutionRole.arn(event), unescape);
        api.ifPresent(known -> apis.definition(known).ifPresent(definition -> new RestApiEvent(
                        known, route, event.properties(), ScalarNode.ofNull(event.mark()), event::invalid)
                .addStateMachine(definition, integration, event.stateMachine().condition())));
        return List.of(StartExecutionRole.of(event, "apigateway.amazonaws.com"));
    }

    private static String targetId(StateMachineEvent event) {
        return Intrinsic.of(event.target())
                .flatMap(reference -> reference.argument().asText())
                .orElseGet(() -> event.stateMachine().logicalId());
    }

    private static String text(StateMachineEvent event, String property) {
        return event.get(property).flatMap(Node::asText).orElse("");
    }
}

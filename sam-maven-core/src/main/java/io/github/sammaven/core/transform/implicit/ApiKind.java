package io.github.sammaven.core.transform.implicit;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.transform.openapi.ApiSkeleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What is different between REST and HTTP APIs, seen from their events.
 *
 * @param type of the API in templates
 * @param implicitId logical id of the API that events use which name none
 * @param event type of the event
 * @param apiProperty property of the event that names the API
 * @param foreign types of APIs that the event may not name; one it may name that SAM does not write gets no route
 * @param owners resources that may have such events
 * @param needsRoute whether an event must have path and method; without them it is the default route
 * @param properties of the implicit API
 * @param skeleton the definition an API starts with
 */
record ApiKind(
        String type,
        String implicitId,
        String event,
        String apiProperty,
        Set<String> foreign,
        Set<String> owners,
        boolean needsRoute,
        Map<String, Node> properties,
        Supplier<MappingNode> skeleton) {

    private static final String FUNCTION = "AWS::Serverless::Function";

    static final ApiKind REST = new ApiKind(
            "AWS::Serverless::Api",
            "ServerlessRestApi",
            "Api",
            "RestApiId",
            Set.of("AWS::Serverless::HttpApi"),
            Set.of(FUNCTION, "AWS::Serverless::StateMachine"),
            true,
            Map.of("StageName", ScalarNode.string("Prod")),
            ApiSkeleton::rest);

    static final ApiKind HTTP = new ApiKind(
            "AWS::Serverless::HttpApi",
            "ServerlessHttpApi",
            "HttpApi",
            "ApiId",
            Set.of(),
            Set.of(FUNCTION),
            false,
            Map.of(),
            ApiSkeleton::http);

    /** In the order they are prepared. */
    static final List<ApiKind> ALL = List.of(REST, HTTP);
}

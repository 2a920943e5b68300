package io.github.sammaven.core.transform.event;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.transform.context.CloudFormationResource;
import io.github.sammaven.core.transform.generate.LambdaPermission;
import io.github.sammaven.core.transform.openapi.ApiDefinition;
import io.github.sammaven.core.transform.openapi.HttpApi;
import io.github.sammaven.core.transform.openapi.HttpApiEvent;
import io.github.sammaven.core.transform.openapi.HttpApis;
import io.github.sammaven.core.transform.openapi.Route;
import java.util.List;
import java.util.Optional;

/** A route of an HTTP API calls the function. */
final class HttpApiRouteEvent implements FunctionEventSource {

    private final HttpApis apis;

    HttpApiRouteEvent(HttpApis apis) {
        this.apis = apis;
    }

    @Override
    public EventResult translate(FunctionEvent event) {
        ApiReference reference = ApiReference.of(event.get("ApiId"), HttpApis.IMPLICIT);
        HttpApi api = apis.get(reference.logicalId())
                .orElseThrow(() -> event.invalid("ApiId names no AWS::Serverless::HttpApi of the template", ""));
        Optional<String> path = event.get("Path").flatMap(Node::asText);
        Optional<String> method = event.get("Method").flatMap(Node::asText);
        Route route = path.isPresent() && method.isPresent()
                ? new Route(path.get(), method.get())
                : HttpApiEvent.DEFAULT_ROUTE;
        event.get("RouteSettings")
                .ifPresent(settings -> apis.addRouteSettings(
                        api, route, settings, event.function().condition()));
        Optional<ApiDefinition> definition = apis.definition(api);
        HttpApiEvent change = new HttpApiEvent(api, route, event.properties(), event::invalid);
        boolean covered = definition
                .filter(known -> change.isCovered(known, event.function().logicalId()))
                .isPresent();
        String function =
                event.target().aliasId().orElseGet(() -> event.function().logicalId() + ".Arn");
        definition.ifPresent(
                known -> change.addFunction(known, function, event.function().condition()));
        return EventResult.of(covered ? List.of() : List.of(permission(event, reference, route)));
    }

    private static CloudFormationResource permission(FunctionEvent event, ApiReference api, Route route) {
        String arn = "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${__ApiId__}/${__Stage__}/"
                + resource(route);
        return event.function()
                .beside(
                        event.logicalId() + "Permission",
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

    /** Path and method in an ARN. The default route is there for all paths. */
    private static String resource(Route route) {
        String defaultPath = HttpApiEvent.DEFAULT_ROUTE.path();
        if (route.path().equals(defaultPath)) {
            return route.arnMethod();
        }
        boolean renamed =
                route.path().equals("/" + defaultPath) && route.methodKey().equals(Route.ANY);
        return renamed ? defaultPath : route.arnMethod() + route.arnPath();
    }
}

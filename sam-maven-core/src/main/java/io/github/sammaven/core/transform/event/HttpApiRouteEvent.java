package io.github.sammaven.core.transform.event;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.transform.context.BlankValue;
import io.github.sammaven.core.transform.context.CloudFormationResource;
import io.github.sammaven.core.transform.generate.LambdaPermission;
import io.github.sammaven.core.transform.openapi.ApiDefinition;
import io.github.sammaven.core.transform.openapi.HttpApi;
import io.github.sammaven.core.transform.openapi.HttpApiEvent;
import io.github.sammaven.core.transform.openapi.HttpApis;
import io.github.sammaven.core.transform.openapi.Route;
import java.util.List;
import java.util.Optional;

/** A route of an HTTP API calls the function. One that SAM does not write gets the permission alone. */
final class HttpApiRouteEvent implements FunctionEventSource {

    private final HttpApis apis;

    HttpApiRouteEvent(HttpApis apis) {
        this.apis = apis;
    }

    @Override
    public EventResult translate(FunctionEvent event) {
        ApiReference reference = ApiReference.of(event.get("ApiId"), HttpApis.IMPLICIT);
        Route route = route(event);
        Optional<HttpApi> api = apis.get(reference.logicalId());
        boolean covered = api.isPresent() && write(event, api.get(), route);
        return EventResult.of(covered ? List.of() : List.of(permission(event, reference, route)));
    }

    private static Route route(FunctionEvent event) {
        boolean isDefault = BlankValue.given(event.properties(), "Path").isEmpty()
                && BlankValue.given(event.properties(), "Method").isEmpty();
        return isDefault ? HttpApiEvent.DEFAULT_ROUTE : new Route(text(event, "Path"), text(event, "Method"));
    }

    private static String text(FunctionEvent event, String property) {
        return event.get(property).flatMap(Node::asText).orElse("");
    }

    /** @return whether the API calls the function already, so that the event needs no permission of its own */
    private boolean write(FunctionEvent event, HttpApi api, Route route) {
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
        return covered;
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
            return route.httpArnMethod();
        }
        boolean renamed =
                route.path().equals("/" + defaultPath) && route.methodKey().equals(Route.ANY);
        return renamed ? defaultPath : route.httpArnMethod() + route.httpArnPath();
    }
}

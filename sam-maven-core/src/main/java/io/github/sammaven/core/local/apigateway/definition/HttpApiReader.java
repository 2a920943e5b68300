package io.github.sammaven.core.local.apigateway.definition;

import io.github.sammaven.core.local.apigateway.model.ApiKind;
import io.github.sammaven.core.local.apigateway.model.HttpCors;
import io.github.sammaven.core.local.apigateway.model.LocalApi;
import io.github.sammaven.core.local.apigateway.model.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one HTTP or WebSocket API. */
final class HttpApiReader {

    private static final String SELECTION = "RouteSelectionExpression";

    private final StackReading stack;
    private final StackResources resources;
    private final UsagePlans plans;

    HttpApiReader(StackReading stack, StackResources resources, UsagePlans plans) {
        this.stack = stack;
        this.resources = resources;
        this.plans = plans;
    }

    LocalApi read(StackResources.Declared api) {
        Section properties = api.properties();
        boolean socket = properties
                .text("ProtocolType")
                .filter("WEBSOCKET"::equalsIgnoreCase)
                .isPresent();
        ApiKind kind = socket ? ApiKind.WEBSOCKET : ApiKind.HTTP;
        boolean quick = !socket && properties.has("Target");
        Stage stage = Stage.ofHttp(resources, api, socket ? "default" : Route.DEFAULT, quick);
        FunctionUri functions = new FunctionUri(stack, stage.variables());
        IntegrationReader integrations = new IntegrationReader(kind, functions, stage.variables());
        AuthorizerReader authorizers = new AuthorizerReader(kind, functions);
        Section body = new Body(stack).of(api);
        HttpRoutes declared = new HttpRoutes(resources, api, kind, integrations, authorizers);
        List<Route> routes = new ArrayList<>(
                new OpenApiRoutes(body, kind, integrations, new OpenApiSecurity(body, kind, authorizers)).read());
        routes.addAll(declared.read());
        if (quick) {
            routes.add(declared.quick());
        }
        return new LocalApi(
                kind,
                stack.fullName(api.id()),
                stage.name(),
                stage.variables(),
                List.of(),
                socket ? Optional.empty() : cors(properties, body),
                DistinctRoutes.of(routes, stack, api),
                Map.of(),
                socket ? plans.of(api.id(), stage) : List.of(),
                new LocalApi.Selection(
                        properties.text(SELECTION).filter(unused -> socket), LocalApi.Selection.DEFAULT.apiKey()));
    }

    private static Optional<HttpCors> cors(Section properties, Section body) {
        return properties
                .section("CorsConfiguration")
                .map(Section::inOpenApiSpelling)
                .or(() -> body.section("x-amazon-apigateway-cors"))
                .map(cors -> new HttpCors(
                        cors.texts("allowOrigins"),
                        cors.texts("allowMethods"),
                        cors.texts("allowHeaders"),
                        cors.texts("exposeHeaders"),
                        cors.flag("allowCredentials"),
                        cors.number("maxAge")));
    }
}

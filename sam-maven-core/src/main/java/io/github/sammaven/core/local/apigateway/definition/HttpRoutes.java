package io.github.sammaven.core.local.apigateway.definition;

import io.github.sammaven.core.local.apigateway.model.Access;
import io.github.sammaven.core.local.apigateway.model.ApiKind;
import io.github.sammaven.core.local.apigateway.model.Integration;
import io.github.sammaven.core.local.apigateway.model.Route;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.ScalarNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The routes of an HTTP or WebSocket API that are resources of their own. */
final class HttpRoutes {

    private static final String KEY = "RouteKey";
    private static final String TARGET = "Target";
    private static final String INTEGRATIONS = "integrations/";

    private final StackResources.Declared api;
    private final ApiKind kind;
    private final IntegrationReader integrations;
    private final DeclaredAccess access;
    private final List<StackResources.Declared> routes;
    private final Map<String, Section> targets = new HashMap<>();
    private final Set<String> answering = new HashSet<>();

    HttpRoutes(
            StackResources resources,
            StackResources.Declared api,
            ApiKind kind,
            IntegrationReader integrations,
            AuthorizerReader authorizers) {
        this.api = api;
        this.kind = kind;
        this.integrations = integrations;
        this.access = new DeclaredAccess(kind, resources.of("AWS::ApiGatewayV2::Authorizer", api.id()), authorizers);
        this.routes = resources.of("AWS::ApiGatewayV2::Route", api.id());
        resources
                .of("AWS::ApiGatewayV2::Integration", api.id())
                .forEach(integration -> targets.put(integration.id(), integration.properties()));
        resources
                .of("AWS::ApiGatewayV2::RouteResponse", api.id())
                .forEach(response -> response.properties().reference("RouteId").ifPresent(answering::add));
    }

    List<Route> read() {
        List<Route> read = new ArrayList<>();
        for (StackResources.Declared route : routes) {
            Section properties = route.properties();
            Optional<String> key = properties.text(KEY);
            if (key.isEmpty()) {
                properties.warn(KEY, "has no route key that is known, and is not served", "");
                continue;
            }
            Integration integration = integration(key.get(), properties);
            named(key.get(), properties, integration, access.of(properties), route)
                    .ifPresent(read::add);
        }
        return read;
    }

    /** The one route of an API that is made in one go. */
    Route quick() {
        Section properties = api.properties();
        String key = properties.text(KEY).orElse(Route.DEFAULT);
        boolean elsewhere = properties
                .text(TARGET)
                .filter(target -> target.startsWith("http"))
                .isPresent();
        Section integration = properties
                .renamed(TARGET, "uri")
                .plus("type", ScalarNode.string(elsewhere ? "http_proxy" : "aws_proxy"));
        return named(key, properties, integrations.read(key, integration), Access.OPEN, api)
                .orElseGet(() -> new Route(
                        "",
                        Route.DEFAULT,
                        Optional.empty(),
                        integrations.read(key, integration),
                        Access.OPEN,
                        api.mark()));
    }

    private Optional<Route> named(
            String key, Section properties, Integration integration, Access access, StackResources.Declared resource) {
        Optional<String> operation = properties.text("OperationName");
        if (kind == ApiKind.WEBSOCKET || key.equals(Route.DEFAULT)) {
            return Optional.of(new Route(
                    "", key, operation, integration, access, resource.mark(), isTwoWay(properties, resource.id())));
        }
        String[] parts = key.strip().split("\\s+", 2);
        Optional<String> method = Methods.named(parts[0]);
        if (parts.length < 2 || method.isEmpty() || !parts[1].startsWith("/")) {
            properties.warn(KEY, "'" + key + "' is no route key", "write it like 'GET /items'");
            return Optional.empty();
        }
        return Optional.of(new Route(method.get(), parts[1], operation, integration, access, resource.mark()));
    }

    private boolean isTwoWay(Section route, String id) {
        return kind == ApiKind.WEBSOCKET
                && answering.contains(id)
                && route.text("RouteResponseSelectionExpression")
                        .filter(Route.DEFAULT::equals)
                        .isPresent();
    }

    private Integration integration(String key, Section properties) {
        Optional<String> target = properties.text(TARGET);
        Section integration = target.filter(text -> text.startsWith(INTEGRATIONS))
                .map(text -> targets.get(text.substring(INTEGRATIONS.length())))
                .orElse(null);
        if (integration == null) {
            if (target.isPresent()) {
                properties.warn(TARGET, target.get() + " is not in this template", "");
            }
            return integrations.read(key, properties.with(MappingNode.of(Map.of(), properties.mark(TARGET))));
        }
        return integrations.read(
                key,
                integration
                        .renamed("IntegrationType", "type")
                        .renamed("IntegrationUri", "uri")
                        .inOpenApiSpelling());
    }
}

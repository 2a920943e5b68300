package io.github.sammaven.core.local.apigateway.definition;

import io.github.sammaven.core.local.apigateway.model.ApiKind;
import io.github.sammaven.core.local.apigateway.model.Integration;
import io.github.sammaven.core.local.apigateway.model.Route;
import io.github.sammaven.core.template.MappingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The routes of a REST API whose methods are resources of their own. */
final class RestMethods {

    private static final String METHOD = "HttpMethod";

    private final List<StackResources.Declared> methods;
    private final IntegrationReader integrations;
    private final DeclaredAccess access;
    private final ResourcePaths paths;

    RestMethods(StackResources resources, String api, IntegrationReader integrations, AuthorizerReader authorizers) {
        this.methods = resources.of("AWS::ApiGateway::Method", api);
        this.integrations = integrations;
        this.access = new DeclaredAccess(ApiKind.REST, resources.of("AWS::ApiGateway::Authorizer", api), authorizers);
        this.paths = new ResourcePaths(resources.of("AWS::ApiGateway::Resource", api));
    }

    List<Route> read() {
        List<Route> routes = new ArrayList<>();
        for (StackResources.Declared method : methods) {
            Section properties = method.properties();
            Optional<String> path = paths.of(properties, "ResourceId");
            Optional<String> name = properties.text(METHOD).flatMap(Methods::named);
            if (path.isEmpty() || name.isEmpty()) {
                properties.warn(
                        path.isEmpty() ? "ResourceId" : METHOD,
                        "has no " + (path.isEmpty() ? "path" : "method") + " that is known, and is not served",
                        "");
                continue;
            }
            routes.add(new Route(
                    name.get(),
                    path.get(),
                    properties.text("OperationName"),
                    integration(name.get() + " " + path.get(), properties),
                    access.of(properties),
                    method.mark()));
        }
        return routes;
    }

    private Integration integration(String route, Section properties) {
        Section integration = properties
                .section("Integration")
                .map(Section::inOpenApiSpelling)
                .orElseGet(() -> properties.with(MappingNode.of(Map.of(), properties.mark())));
        return integrations.read(route, integration);
    }
}

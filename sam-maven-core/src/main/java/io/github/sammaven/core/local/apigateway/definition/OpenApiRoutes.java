package io.github.sammaven.core.local.apigateway.definition;

import io.github.sammaven.core.local.apigateway.model.ApiKind;
import io.github.sammaven.core.local.apigateway.model.Integration;
import io.github.sammaven.core.local.apigateway.model.Route;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The routes of an OpenAPI document. */
final class OpenApiRoutes {

    private static final String INTEGRATION = "x-amazon-apigateway-integration";
    private static final Set<String> OF_PATH_ITEM = Set.of("summary", "description", "servers", "parameters");

    private final Section document;
    private final ApiKind kind;
    private final IntegrationReader integrations;
    private final OpenApiSecurity security;

    OpenApiRoutes(Section document, ApiKind kind, IntegrationReader integrations, OpenApiSecurity security) {
        this.document = document;
        this.kind = kind;
        this.integrations = integrations;
        this.security = security;
    }

    List<Route> read() {
        List<Route> routes = new ArrayList<>();
        document.section("paths").ifPresent(paths -> paths.mapping().keys().stream()
                .filter(path -> isPath(paths, path))
                .forEach(path -> paths.section(path).ifPresent(item -> add(routes, path, item))));
        return routes;
    }

    private static boolean isPath(Section paths, String path) {
        if (path.startsWith("/") || path.equals(Route.DEFAULT)) {
            return true;
        }
        if (!path.startsWith("x-") && !path.startsWith("Fn::")) {
            paths.warn(path, "'" + path + "' is no path", "paths begin with a slash");
        }
        return false;
    }

    private void add(List<Route> routes, String path, Section item) {
        for (String key : item.mapping().keys()) {
            Optional<String> method = Methods.ofPathItem(key);
            if (method.isPresent()) {
                item.section(key).ifPresent(operation -> routes.add(route(path, method.get(), operation, item, key)));
            } else if (!OF_PATH_ITEM.contains(key) && !key.startsWith("x-") && !key.startsWith("Fn::")) {
                item.warn(key, path + " is not served with '" + key + "', API Gateway has no such method", "");
            }
        }
    }

    private Route route(String path, String method, Section operation, Section item, String key) {
        boolean standard = kind == ApiKind.HTTP
                && (path.equals(Route.DEFAULT) || path.equals("/" + Route.DEFAULT) || operation.flag("isDefaultRoute"));
        Integration integration = integration(standard ? Route.DEFAULT : method + " " + path, operation);
        return new Route(
                standard ? "" : method,
                standard ? Route.DEFAULT : path,
                operation.text("operationId"),
                integration,
                security.access(operation),
                item.mapping().keyMark(key).isKnown() ? item.mark(key) : mark(integration, item));
    }

    /** SAM makes routes of the events of functions. */
    private static SourceMark mark(Integration integration, Section item) {
        return integration instanceof Integration.Function function
                ? item.stack().markOfFunction(function.function()).orElse(item.mark())
                : item.mark();
    }

    private Integration integration(String route, Section operation) {
        Optional<Section> integration = operation.section(INTEGRATION);
        if (integration.isEmpty()) {
            return integrations.read(route, operation.with(MappingNode.of(Map.of(), operation.mark())));
        }
        return integrations.read(
                route, integration.get().text("$ref").flatMap(this::referenced).orElse(integration.get()));
    }

    /** {@code #/components/x-amazon-apigateway-integrations/name}. */
    private Optional<Section> referenced(String pointer) {
        Optional<Node> found = Optional.of(document.mapping());
        String[] steps = pointer.split("/");
        if (!steps[0].equals("#")) {
            return Optional.empty();
        }
        for (int i = 1; i < steps.length; i++) {
            String key = steps[i].replace("~1", "/").replace("~0", "~");
            found = found.flatMap(Node::asMapping).flatMap(mapping -> mapping.get(key));
        }
        return found.flatMap(Node::asMapping).map(document::with);
    }
}

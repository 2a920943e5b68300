package io.github.sammaven.core.transform.openapi;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.transform.context.TransformContext;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The HTTP APIs of a template as their events see them, and the settings that events make. Not safe for threads. */
public final class HttpApis {

    public static final String IMPLICIT = "ServerlessHttpApi";

    /** An event may name a REST API too; the definition of that is written as one of an HTTP API then. */
    private static final List<String> TYPES = List.of("AWS::Serverless::HttpApi", "AWS::Serverless::Api");

    private final TransformContext context;
    private final ApiDefinitions definitions;
    private final Map<String, Optional<HttpApi>> known = new HashMap<>();
    private final Map<String, Map<String, Node>> routeSettings = new HashMap<>();

    public HttpApis(TransformContext context, ApiDefinitions definitions) {
        this.context = context;
        this.definitions = definitions;
    }

    /** The API of this id, if the template has it. */
    public Optional<HttpApi> get(String logicalId) {
        return known.computeIfAbsent(logicalId, id -> context.source(id)
                .filter(resource ->
                        resource.text("Type").filter(TYPES::contains).isPresent())
                .map(resource -> new HttpApi(
                        id,
                        resource.mapping("Properties").orElseGet(() -> MappingNode.of(Map.of(), resource.mark())),
                        definitions.isManaged(id))));
    }

    /** The definition that events of the API write into; none if it is elsewhere. */
    public Optional<ApiDefinition> definition(HttpApi api) {
        return definitions.get(api.logicalId()).or(() -> api.properties()
                .mapping("DefinitionBody")
                .map(body -> definitions.of(api.logicalId(), body)));
    }

    /** Settings of a route that an event makes, on the condition of its function. The implicit API has them already. */
    public void addRouteSettings(HttpApi api, Route route, Node settings, Optional<String> condition) {
        if (api.logicalId().equals(IMPLICIT)) {
            return;
        }
        routeSettings
                .computeIfAbsent(api.logicalId(), id -> new LinkedHashMap<>())
                .merge(settingsKey(route), Branches.conditional(condition, settings), HttpApis::merged);
    }

    /** How {@code RouteSettings} name the route: {@code GET /orders}, {@code $default}. */
    public static String settingsKey(Route route) {
        return route.equals(HttpApiEvent.DEFAULT_ROUTE)
                ? route.path()
                : route.method().toUpperCase(Locale.ROOT) + " " + route.path();
    }

    /** {@code RouteSettings} of the API with those of events. */
    public Optional<Node> routeSettings(HttpApi api) {
        Optional<Node> own = api.properties().get("RouteSettings").filter(value -> !value.isNull());
        Map<String, Node> made = routeSettings.getOrDefault(api.logicalId(), Map.of());
        if (made.isEmpty()) {
            return own;
        }
        Map<String, Node> all = new LinkedHashMap<>(
                own.flatMap(Node::asMapping).map(MappingNode::entries).orElse(Map.of()));
        made.forEach((key, settings) -> all.merge(key, settings, HttpApis::merged));
        return Optional.of(MappingNode.of(all));
    }

    private static Node merged(Node own, Node made) {
        if (own instanceof MappingNode first && made instanceof MappingNode second) {
            Map<String, Node> all = new LinkedHashMap<>(first.entries());
            all.putAll(second.entries());
            return MappingNode.of(all, first.mark());
        }
        return made;
    }
}

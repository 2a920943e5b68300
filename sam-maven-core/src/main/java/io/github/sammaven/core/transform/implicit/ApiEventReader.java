package io.github.sammaven.core.transform.implicit;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.transform.context.BlankValue;
import io.github.sammaven.core.transform.context.InvalidResourceException;
import io.github.sammaven.core.transform.context.TransformErrors;
import io.github.sammaven.core.transform.openapi.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the routes that events of one kind ask for. */
final class ApiEventReader {

    private static final Route DEFAULT_ROUTE = new Route("$default", "any");

    private final ApiKind kind;
    private final Map<String, MappingNode> resources;
    private final TransformErrors errors;

    ApiEventReader(ApiKind kind, Map<String, MappingNode> resources, TransformErrors errors) {
        this.kind = kind;
        this.resources = resources;
        this.errors = errors;
    }

    /** In the order of the template; events that are wrong are reported and left out. */
    List<ApiEventRoute> routes() {
        List<ApiEventRoute> routes = new ArrayList<>();
        resources.forEach((id, resource) -> {
            if (resource.text("Type").filter(kind.owners()::contains).isPresent()) {
                events(resource).forEach((key, event) -> event.asMapping()
                        .filter(mapping -> mapping.text("Type")
                                .filter(kind.event()::equals)
                                .isPresent())
                        .filter(this::saysWhere)
                        .ifPresent(mapping -> errors.during(() -> routes.add(route(id, key, resource, mapping)))));
            }
        });
        return routes;
    }

    /** Without any properties an event is wrong in itself, unless it means the default route. */
    private boolean saysWhere(MappingNode event) {
        return !kind.needsRoute() || BlankValue.given(event, "Properties").isPresent();
    }

    private static Map<String, Node> events(MappingNode resource) {
        return resource.mapping("Properties")
                .flatMap(properties -> properties.mapping("Events"))
                .map(MappingNode::entries)
                .orElse(Map.of());
    }

    private ApiEventRoute route(String id, String key, MappingNode owner, MappingNode event) {
        Optional<Node> written = event.get("Properties");
        if (written.isEmpty() && !kind.needsRoute()) {
            return new ApiEventRoute(owner, kind.implicitId(), DEFAULT_ROUTE, Optional.empty());
        }
        MappingNode properties = written.flatMap(Node::asMapping)
                .orElseThrow(() -> invalid(id, key, written.orElse(event), "Properties must be a mapping"));
        boolean isDefault = !kind.needsRoute()
                && BlankValue.given(properties, "Path").isEmpty()
                && BlankValue.given(properties, "Method").isEmpty();
        Route route = isDefault
                ? DEFAULT_ROUTE
                : new Route(text(id, key, properties, "Path"), text(id, key, properties, "Method"));
        Optional<Node> settings = kind.needsRoute() ? Optional.empty() : settings(id, key, owner, properties);
        return new ApiEventRoute(owner, apiId(id, key, properties), route, settings);
    }

    private static Optional<Node> settings(String id, String key, MappingNode owner, MappingNode properties) {
        Optional<Node> written = properties.get("RouteSettings");
        written.filter(settings -> settings.asMapping().isEmpty()).ifPresent(settings -> {
            throw invalid(id, key, settings, "RouteSettings must be a mapping, this is " + settings.kindName());
        });
        return written.map(settings -> owner.text("Condition")
                .<Node>map(condition -> Intrinsic.ifElse(condition, settings, Intrinsic.noValue()))
                .orElse(settings));
    }

    private static boolean isAbsent(MappingNode properties, String name) {
        return properties.get(name).filter(value -> !value.isNull()).isEmpty();
    }

    private static String text(String id, String key, MappingNode properties, String name) {
        if (isAbsent(properties, name)) {
            throw invalid(id, key, properties, name + " is required");
        }
        Node value = properties.get(name).orElse(properties);
        return value.asScalar()
                .filter(ScalarNode::isString)
                .map(ScalarNode::text)
                .orElseThrow(() ->
                        invalid(id, key, value, "%s must be a string, this is %s".formatted(name, value.kindName())));
    }

    private String apiId(String id, String key, MappingNode properties) {
        Optional<Node> given = properties.get(kind.apiProperty());
        if (given.isEmpty()) {
            return kind.implicitId();
        }
        Node value = given.get();
        String apiId = Intrinsic.of(value)
                .filter(function -> function.is(Intrinsic.REF))
                .map(Intrinsic::argument)
                .orElse(value)
                .asScalar()
                .filter(ScalarNode::isString)
                .map(ScalarNode::text)
                .orElseThrow(() -> invalid(
                        id, key, value, kind.apiProperty() + " must be a string or a Ref to an API of the template"));
        if (apiId.equals(kind.implicitId())) {
            return apiId;
        }
        boolean known = Optional.ofNullable(resources.get(apiId))
                .filter(resource ->
                        resource.text("Type").filter(kind.foreign()::contains).isEmpty())
                .isPresent();
        if (!known) {
            throw invalid(id, key, value, "%s names no %s of the template".formatted(kind.apiProperty(), kind.type()));
        }
        return apiId;
    }

    private static InvalidResourceException invalid(String id, String key, Node part, String message) {
        return InvalidResourceException.ofEvent(
                id, key, part.mark(), "%s: event %s: %s".formatted(id, key, message), "");
    }
}

package io.github.sammaven.core.transform.openapi;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.transform.context.InvalidResourceException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Visits the methods of a definition, in every branch of conditional paths and methods. */
final class Methods {

    static final String OPTIONS = "options";

    /** What stands beside methods in a path item of a REST API and may be text or a list. */
    static final Set<String> BESIDE_REST_METHODS = Set.of("parameters", "summary", "description");

    /** The same for HTTP APIs; the hosted macro is stricter with them. */
    static final Set<String> BESIDE_HTTP_METHODS = Set.of("parameters");

    /** Makes the new form of a method. */
    @FunctionalInterface
    interface Change {
        MappingNode apply(Route route, MappingNode method);
    }

    private Methods() {}

    /**
     * Changes every method that has an integration.
     *
     * @param beside keys of a path item that are no methods
     */
    static void changeIntegrated(ApiDefinition definition, Set<String> beside, Change change) {
        for (String path : definition.paths()) {
            definition.changePath(path, item -> changeItem(path, item, beside, change));
        }
    }

    /**
     * Changes one method, which must be there in each branch of its path.
     *
     * @param event who wants that; its place is shown if the method is not there
     */
    static void changeOne(ApiDefinition definition, Route route, Node event, UnaryOperator<MappingNode> change) {
        requirePath(definition, route, event);
        definition.changePath(
                route.path(),
                item -> item.with(
                        route.methodKey(),
                        Branches.map(
                                item.get(route.methodKey()).orElseThrow(() -> missing(route, event)),
                                branch -> change.apply(mapping(route, branch)))));
    }

    /** @throws InvalidResourceException on the template, if a method is written otherwise than OpenAPI has it: {@code GET} */
    static void requireNormalNames(ApiDefinition definition, Set<String> beside) {
        for (String path : definition.paths()) {
            definition.itemsOf(path).forEach(item -> item.keys().stream()
                    .filter(key -> !beside.contains(key))
                    .filter(key -> !item.has(new Route(path, key).methodKey()))
                    .findFirst()
                    .ifPresent(key -> {
                        throw InvalidResourceException.ofTemplate(
                                item.mark(),
                                "method '%s' of path '%s' of an API definition is not known".formatted(key, path),
                                "write it as '%s'".formatted(new Route(path, key).methodKey()));
                    }));
        }
    }

    /** @param event who wants to change something there; its place is shown if the path is not there */
    static void requirePath(ApiDefinition definition, Route route, Node event) {
        if (!definition.hasPath(route.path())) {
            throw missing(route, event);
        }
    }

    private static InvalidResourceException missing(Route route, Node event) {
        return InvalidResourceException.ofTemplate(
                event.mark(),
                "an event changes method '%s' of path '%s', which the definition of the API lacks"
                        .formatted(route.method(), route.path()),
                "define the method, or correct Path and Method of the event");
    }

    private static MappingNode changeItem(String path, MappingNode item, Set<String> beside, Change change) {
        Map<String, Node> changed = new LinkedHashMap<>(item.entries());
        changed.replaceAll((key, method) -> beside.contains(key)
                ? method
                : Branches.map(method, branch -> changeMethod(new Route(path, key), branch, change)));
        return item.withEntries(changed);
    }

    private static Node changeMethod(Route route, Node branch, Change change) {
        MappingNode method = mapping(route, branch);
        return ApiDefinition.hasIntegration(method) ? change.apply(route, method) : method;
    }

    private static MappingNode mapping(Route route, Node method) {
        return method.asMapping()
                .orElseThrow(() -> InvalidResourceException.ofTemplate(
                        method.mark(),
                        "method '%s' of path '%s' of an API definition is %s"
                                .formatted(route.method(), route.path(), method.kindName()),
                        "a method is a mapping"));
    }
}

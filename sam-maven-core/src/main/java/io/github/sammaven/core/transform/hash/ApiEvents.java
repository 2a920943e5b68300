package io.github.sammaven.core.transform.hash;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/** The {@code Api} events of a template, in the order in which the hosted macro meets them. */
public final class ApiEvents {

    private static final String IMPLICIT = "ServerlessRestApi";

    /** The hosted macro adds both, one after the other, and removes what nobody needs. */
    private static final List<String> IMPLICIT_APIS = List.of(IMPLICIT, "ServerlessHttpApi");

    private final Map<String, Map<String, Set<String>>> routes = new HashMap<>();
    private final Map<String, StringBuilder> functionNames = new HashMap<>();
    private final UnaryOperator<Node> parameters;

    private ApiEvents(UnaryOperator<Node> parameters) {
        this.parameters = parameters;
    }

    /**
     * @param source all resources
     * @param parameters puts the values of parameters into an expression
     */
    public static ApiEvents of(Map<String, MappingNode> source, UnaryOperator<Node> parameters) {
        ApiEvents events = new ApiEvents(parameters);
        Set<String> written = new LinkedHashSet<>(source.keySet());
        IMPLICIT_APIS.forEach(written::remove);
        KeyTable resources = KeyTable.of(written);
        for (String api : IMPLICIT_APIS) {
            resources.put(api);
            if (api.equals(IMPLICIT)) {
                events.each(resources, source, events::addRoute);
            }
            if (!source.containsKey(api)) {
                resources.remove(api);
            }
        }
        events.each(resources, source, events::addName);
        return events;
    }

    private void each(
            KeyTable resources, Map<String, MappingNode> source, BiConsumer<MappingNode, MappingNode> action) {
        for (String id : resources.keys()) {
            Optional.ofNullable(source.get(id))
                    .flatMap(resource -> resource.mapping("Properties"))
                    .ifPresent(properties -> properties.mapping("Events").ifPresent(events -> KeyTable.of(events.keys())
                            .copied(1)
                            .keys()
                            .forEach(name -> events.mapping(name)
                                    .filter(event -> event.text("Type")
                                            .filter("Api"::equals)
                                            .isPresent())
                                    .flatMap(event -> event.mapping("Properties"))
                                    .ifPresent(event -> action.accept(properties, event)))));
        }
    }

    private void addName(MappingNode function, MappingNode event) {
        function.get("FunctionName").map(parameters).ifPresent(name -> functionNames
                .computeIfAbsent(apiOf(event), id -> new StringBuilder())
                .append(printed(name)));
    }

    private void addRoute(MappingNode function, MappingNode event) {
        Optional<String> path = event.text("Path");
        Optional<String> method = event.text("Method");
        if (path.isPresent() && method.isPresent()) {
            String name = method.get().toLowerCase(Locale.ROOT);
            routes.computeIfAbsent(apiOf(event), id -> new LinkedHashMap<>())
                    .computeIfAbsent(path.get(), id -> new LinkedHashSet<>())
                    .add(name.equals("any") ? DefinitionOrder.ANY : name);
        }
    }

    private static String apiOf(MappingNode event) {
        return event.get("RestApiId").map(ApiEvents::apiId).orElse(IMPLICIT);
    }

    /** @param reference the id, or a reference to it */
    private static String apiId(Node reference) {
        return reference
                .asText()
                .or(() -> Intrinsic.of(reference)
                        .flatMap(function -> function.argument().asText()))
                .orElse("");
    }

    private static String printed(Node name) {
        return name instanceof ScalarNode scalar ? scalar.text() : DefinitionText.ofExpression(name);
    }

    /** The paths of the events of an API, and the methods of each. */
    Map<String, Set<String>> routes(String apiId) {
        return routes.getOrDefault(apiId, Map.of());
    }

    /**
     * The names of functions whose events name the API. A function of another name is another integration, although its
     * reference in the definition stays.
     */
    String functionNames(String apiId) {
        StringBuilder names = functionNames.get(apiId);
        return names == null ? "" : names.toString();
    }
}

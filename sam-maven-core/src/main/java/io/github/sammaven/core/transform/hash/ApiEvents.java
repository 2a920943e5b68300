package io.github.sammaven.core.transform.hash;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The {@code Api} events of a template, in the order in which the hosted macro meets them. */
public final class ApiEvents {

    private static final String IMPLICIT = "ServerlessRestApi";

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
        for (String id : KeyTable.of(source.keySet()).keys()) {
            source.get(id).mapping("Properties").ifPresent(events::addResource);
        }
        return events;
    }

    private void addResource(MappingNode properties) {
        MappingNode events = properties.mapping("Events").orElse(null);
        if (events == null) {
            return;
        }
        Optional<String> name = properties.get("FunctionName").map(parameters).map(ApiEvents::printed);
        for (String id : KeyTable.of(events.keys()).copied(1).keys()) {
            events.mapping(id).flatMap(event -> event.mapping("Properties")).ifPresent(event -> addEvent(event, name));
        }
    }

    private void addEvent(MappingNode event, Optional<String> functionName) {
        Optional<String> named = event.get("RestApiId")
                .flatMap(Intrinsic::of)
                .flatMap(reference -> reference.argument().asText());
        named.ifPresent(api -> functionName.ifPresent(name ->
                functionNames.computeIfAbsent(api, id -> new StringBuilder()).append(name)));
        Optional<String> path = event.text("Path");
        Optional<String> method = event.text("Method");
        if (path.isPresent() && method.isPresent()) {
            String api = named.or(() -> event.text("RestApiId")).orElse(IMPLICIT);
            String name = method.get().toLowerCase(Locale.ROOT);
            routes.computeIfAbsent(api, id -> new LinkedHashMap<>())
                    .computeIfAbsent(path.get(), id -> new LinkedHashSet<>())
                    .add(name.equals("any") ? DefinitionOrder.ANY : name);
        }
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

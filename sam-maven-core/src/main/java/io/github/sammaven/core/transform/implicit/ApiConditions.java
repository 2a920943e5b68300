package io.github.sammaven.core.transform.implicit;

import io.github.sammaven.core.transform.context.GeneratedConditions;
import io.github.sammaven.core.transform.openapi.ApiDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The conditions of the routes of one API, from those of the resources that ask for them. */
final class ApiConditions {

    private final String apiId;
    private final Map<String, List<Optional<String>>> byPath = new LinkedHashMap<>();

    ApiConditions(String apiId) {
        this.apiId = apiId;
    }

    void add(ApiEventRoute route) {
        byPath.computeIfAbsent(route.route().path(), path -> new ArrayList<>()).add(route.condition());
    }

    /** Makes paths conditional whose methods all are. */
    void apply(ApiDefinition definition, GeneratedConditions conditions) {
        byPath.forEach((path, each) -> common(apiId + nameOf(path) + "PathCondition", each, conditions)
                .ifPresent(condition -> definition.makeConditional(path, condition)));
    }

    /** The condition of the whole API, if all its routes have one. */
    Optional<String> ofApi(GeneratedConditions conditions) {
        return common(
                apiId + "Condition",
                byPath.values().stream().flatMap(Collection::stream).toList(),
                conditions);
    }

    private static Optional<String> common(String name, List<Optional<String>> each, GeneratedConditions conditions) {
        if (each.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        TreeSet<String> names = new TreeSet<>();
        each.forEach(condition -> condition.ifPresent(names::add));
        return Optional.of(conditions.anyOf(name, List.copyOf(names)));
    }

    private static String nameOf(String path) {
        return path.replace("/", "SLASH").replace("{", "OB").replace("}", "CB");
    }
}

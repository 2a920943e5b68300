package io.github.sammaven.core.transform.context;

import io.github.sammaven.core.problem.NearestName;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Checks the properties of SAM resources by name, kind and presence. */
public final class PropertyCheck {

    private final PropertyTables tables;

    public PropertyCheck(PropertyTables tables) {
        this.tables = tables;
    }

    /**
     * What is wrong with one resource; nothing if {@code type} is no SAM type.
     *
     * @param mark where the logical id is
     * @param own the properties as written, empty if there are none
     * @param merged the same with Globals applied
     */
    public List<Problem> check(String logicalId, String type, SourceMark mark, MappingNode own, MappingNode merged) {
        List<Problem> problems = new ArrayList<>();
        tables.table(type).ifPresent(table -> {
            new PropertyWalk(tables, (inner, mapping, place) -> names(logicalId, inner, mapping, place, problems))
                    .walk(table, own, "");
            new PropertyWalk(tables, (inner, mapping, place) -> {
                        SourceMark at = place.isEmpty() || !mapping.mark().isKnown() ? mark : mapping.mark();
                        required(logicalId, inner, mapping, place, at, problems);
                    })
                    .walk(table, merged, "");
            events(
                    logicalId,
                    type.equals("AWS::Serverless::StateMachine") ? "StateMachineEvent" : "FunctionEvent",
                    own,
                    problems);
        });
        return problems;
    }

    private static void names(
            String logicalId, PropertyTable table, MappingNode mapping, String place, List<Problem> problems) {
        mapping.entries().forEach((name, value) -> {
            Property property = table.properties().get(name);
            if (property == null) {
                problems.add(unknown(logicalId, table, mapping.keyMark(name), name, place));
            } else if (!table.accepts(property, value)) {
                problems.add(Problem.error(
                        mapping.keyMark(name),
                        "%s: %s must be %s, this is %s"
                                .formatted(
                                        logicalId,
                                        place.isEmpty() ? name : place + "." + name,
                                        property.shownKinds(),
                                        value.kindName())));
            }
        });
    }

    private static Problem unknown(String logicalId, PropertyTable table, SourceMark mark, String name, String place) {
        String where = place.isEmpty() ? "" : " in " + place;
        String hint = NearestName.suggestion(name, table.properties().keySet());
        return table.lenient()
                ? Problem.warning(
                        mark, "%s: unknown property '%s'%s, SAM ignores it".formatted(logicalId, name, where), hint)
                : Problem.error(mark, "%s: unknown property '%s'%s".formatted(logicalId, name, where), hint);
    }

    private static void required(
            String logicalId,
            PropertyTable table,
            MappingNode mapping,
            String place,
            SourceMark mark,
            List<Problem> problems) {
        table.properties().forEach((name, property) -> {
            if (property.required()
                    && mapping.get(name).filter(value -> !value.isNull()).isEmpty()) {
                problems.add(Problem.error(
                        mark, "%s: %s is required".formatted(logicalId, place.isEmpty() ? name : place + "." + name)));
            }
        });
    }

    private void events(String logicalId, String owner, MappingNode properties, List<Problem> problems) {
        var types = tables.typesOf(owner);
        for (Map.Entry<String, Node> event : properties
                .mapping("Events")
                .map(MappingNode::entries)
                .orElse(Map.of())
                .entrySet()) {
            String name = event.getKey();
            MappingNode mapping = event.getValue().asMapping().orElse(null);
            if (mapping == null || Intrinsic.of(mapping).isPresent() || Intrinsic.isName(name)) {
                continue;
            }
            String type = mapping.text("Type").orElse("");
            if (type.isEmpty()) {
                problems.add(Problem.error(
                        mapping.mark(),
                        "%s: event %s needs a Type".formatted(logicalId, name),
                        "one of " + String.join(", ", types)));
            } else if (!types.contains(type)) {
                problems.add(Problem.error(
                        mapping.get("Type").orElse(mapping).mark(),
                        "%s: event %s has the unknown type '%s'".formatted(logicalId, name, type),
                        NearestName.suggestion(type, types)));
            }
        }
    }
}

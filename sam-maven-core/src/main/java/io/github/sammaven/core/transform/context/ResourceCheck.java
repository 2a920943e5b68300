package io.github.sammaven.core.transform.context;

import io.github.sammaven.core.problem.NearestName;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the transform refuses of a resource and its events before it looks any further: names, kinds, what is missing. */
public final class ResourceCheck {

    /** Types of which SAM knows everything inside, too. */
    private static final Set<String> KNOWN_INSIDE =
            Set.of("AWS::Serverless::GraphQLApi", "AWS::Serverless::CapacityProvider", "AWS::Serverless::Connector");

    private final PropertyTables tables;

    public ResourceCheck(PropertyTables tables) {
        this.tables = tables;
    }

    /** All that is wrong; nothing for a type that is not SAM's. */
    public List<TransformError> check(SamResource resource) {
        List<TransformError> errors = new ArrayList<>();
        tables.table(resource.type()).ifPresent(table -> {
            Findings findings = new Findings(resource.logicalId(), resource.logicalId(), resource.mark(), errors);
            if (!isAlphanumeric(resource.logicalId())) {
                findings.add(resource.mark(), "logical ids have letters and digits only", "rename it");
            }
            if (KNOWN_INSIDE.contains(resource.type())) {
                new PropertyWalk(tables, (inner, mapping, place) -> properties(inner, mapping, place, findings))
                        .walk(table, resource.properties(), "");
            } else {
                properties(table, resource.properties(), "", findings);
            }
            events(resource, errors);
        });
        return errors;
    }

    private static boolean isAlphanumeric(String id) {
        return !id.isEmpty()
                && !id.equals("0")
                && id.chars().allMatch(character -> character < 128 && Character.isLetterOrDigit(character));
    }

    /** Collects errors of one resource, or of one event under an id of its own. */
    private record Findings(String logicalId, String shown, SourceMark mark, List<TransformError> errors) {

        void add(SourceMark place, String message, String suggestion) {
            errors.add(new TransformError(
                    Optional.of(logicalId),
                    Optional.empty(),
                    Problem.error(place.isKnown() ? place : mark, shown + ": " + message, suggestion)));
        }
    }

    private static void properties(PropertyTable table, MappingNode mapping, String place, Findings findings) {
        String prefix = place.isEmpty() ? "" : place + ".";
        mapping.entries().forEach((name, value) -> {
            Property property = table.properties().get(name);
            if (property == null) {
                findings.add(
                        mapping.keyMark(name),
                        "unknown property '%s%s'".formatted(prefix, name),
                        NearestName.suggestion(name, table.properties().keySet()));
            } else if (!table.accepts(property, value)) {
                findings.add(
                        mapping.keyMark(name),
                        "%s%s must be %s, this is %s".formatted(prefix, name, property.shownKinds(), value.kindName()),
                        "");
            }
        });
        table.properties().forEach((name, property) -> {
            boolean missing = mapping.get(name).filter(value -> !value.isNull()).isEmpty();
            if (property.required() && missing) {
                findings.add(
                        place.isEmpty() ? findings.mark() : mapping.mark(),
                        "%s%s is required".formatted(prefix, name),
                        "");
            }
        });
    }

    private void events(SamResource resource, List<TransformError> errors) {
        String owner = resource.type().endsWith("StateMachine") ? "StateMachineEvent" : "FunctionEvent";
        Set<String> types = tables.typesOf(owner);
        resource.get("Events")
                .flatMap(Node::asMapping)
                .map(MappingNode::entries)
                .orElse(Map.of())
                .forEach((key, value) -> {
                    MappingNode event = value.asMapping().orElseGet(() -> MappingNode.of(Map.of(), value.mark()));
                    Findings ofEvent = new Findings(
                            resource.logicalId() + key,
                            resource.logicalId() + ": event " + key,
                            event.mark().isKnown() ? event.mark() : resource.mark(),
                            errors);
                    String type = event.text("Type").orElse("");
                    if (!types.contains(type)) {
                        errors.add(new TransformError(
                                Optional.of(resource.logicalId()),
                                Optional.of(key),
                                Problem.error(
                                        event.get("Type").map(Node::mark).orElse(ofEvent.mark()),
                                        "%s: event %s has %s"
                                                .formatted(
                                                        resource.logicalId(),
                                                        key,
                                                        type.isEmpty() ? "no Type" : "the unknown type '" + type + "'"),
                                        NearestName.suggestion(type, types))));
                        return;
                    }
                    if (!isAlphanumeric(ofEvent.logicalId())) {
                        ofEvent.add(ofEvent.mark(), "keys of events have letters and digits only", "rename it");
                    }
                    Optional<Node> given = event.get("Properties");
                    if (given.isPresent() && given.get().asMapping().isEmpty()) {
                        ofEvent.add(
                                given.get().mark(),
                                "Properties must be a mapping, this is "
                                        + given.get().kindName(),
                                "");
                        return;
                    }
                    MappingNode properties =
                            event.mapping("Properties").orElseGet(() -> MappingNode.of(Map.of(), event.mark()));
                    tables.table(owner + "/" + type + "/Properties")
                            .ifPresent(table -> properties(table, properties, "", ofEvent));
                });
    }
}

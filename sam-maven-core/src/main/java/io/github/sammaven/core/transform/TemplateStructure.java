package io.github.sammaven.core.transform;

import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.template.Globals;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.transform.context.GlobalsCheck;
import io.github.sammaven.core.transform.context.PropertyTables;
import io.github.sammaven.core.transform.context.TransformError;
import io.github.sammaven.core.transform.context.TransformErrors;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What must be right about the template as a whole before any resource is looked at. */
final class TemplateStructure {

    private static final List<String> SECTIONS = List.of("Parameters", "Mappings", "Conditions");

    private final Template template;
    private final PropertyTables tables;
    private final TransformErrors errors;

    TemplateStructure(Template template, PropertyTables tables, TransformErrors errors) {
        this.template = template;
        this.tables = tables;
        this.errors = errors;
    }

    void check() {
        for (String name : SECTIONS) {
            template.root()
                    .get(name)
                    .filter(section -> section.asMapping().isEmpty())
                    .ifPresent(section ->
                            add(section, "%s must be a mapping, this is %s".formatted(name, section.kindName()), ""));
        }
        Node resources = template.root().get("Resources").orElse(template.root());
        Map<String, Node> entries =
                template.root().mapping("Resources").map(MappingNode::entries).orElse(Map.of());
        if (entries.isEmpty()) {
            add(resources, "Resources must be a mapping with at least one resource", "");
        }
        entries.forEach(this::resource);
        new GlobalsCheck(tables)
                .check(template).stream()
                        .filter(Problem::isError)
                        .forEach(problem ->
                                errors.add(new TransformError(Optional.of("Globals"), Optional.empty(), problem)));
    }

    private void add(Node part, String message, String suggestion) {
        errors.add(new TransformError(
                Optional.empty(), Optional.empty(), Problem.error(part.mark(), message, suggestion)));
    }

    private void add(String id, Node part, String message) {
        errors.add(new TransformError(
                Optional.of(id), Optional.empty(), Problem.error(part.mark(), id + ": " + message, "")));
    }

    private void resource(String id, Node node) {
        Optional<MappingNode> resource = node.asMapping();
        if (resource.isEmpty()) {
            add(id, node, "a resource must be a mapping, this is " + node.kindName());
            return;
        }
        String type = resource.get().text("Type").orElse("");
        resource.get()
                .get("Properties")
                .filter(properties -> tables.resourceTypes().contains(type))
                .filter(properties ->
                        !properties.isNull() && properties.asMapping().isEmpty())
                .ifPresent(properties ->
                        add(id, properties, "Properties must be a mapping, this is " + properties.kindName()));
        resource.get()
                .get("Condition")
                .filter(condition -> !condition.isNull())
                .filter(condition ->
                        condition.asScalar().filter(ScalarNode::isString).isEmpty())
                .ifPresent(condition -> add(
                        condition,
                        "%s: Condition must be the name of a condition, this is %s".formatted(id, condition.kindName()),
                        ""));
        Globals.sectionFor(type)
                .ifPresent(section ->
                        resource.get().get("IgnoreGlobals").ifPresent(ignored -> ignored(id, section, ignored)));
    }

    private void ignored(String id, String section, Node ignored) {
        if (ignored.equals(ScalarNode.string("*"))) {
            return;
        }
        Set<String> known = template.root()
                .mapping("Globals")
                .flatMap(globals -> globals.mapping(section))
                .map(MappingNode::keys)
                .orElse(Set.of());
        Optional<List<Node>> names = ignored.asSequence().map(SequenceNode::items);
        if (names.isEmpty()) {
            add(id, ignored, "IgnoreGlobals must be '*' or a list of properties");
            return;
        }
        names.get().stream()
                .filter(name -> name.asText().filter(known::contains).isEmpty())
                .forEach(name -> add(
                        id,
                        name,
                        "IgnoreGlobals names '%s', which Globals.%s has not"
                                .formatted(name.asText().orElse(""), section)));
    }
}

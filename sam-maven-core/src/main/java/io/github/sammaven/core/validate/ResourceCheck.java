package io.github.sammaven.core.validate;

import io.github.sammaven.core.problem.NearestName;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.transform.context.PropertyTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Every resource is a mapping with a type, under an alphanumeric logical id, with attributes CloudFormation knows. */
final class ResourceCheck implements TemplateCheck {

    private static final Pattern LOGICAL_ID = Pattern.compile("[A-Za-z0-9]{1,255}");
    private static final String SERVERLESS = "AWS::Serverless::";
    private static final Set<String> ATTRIBUTES = Set.of(
            "Type",
            "Properties",
            "DependsOn",
            "Condition",
            "Metadata",
            "DeletionPolicy",
            "UpdateReplacePolicy",
            "UpdatePolicy",
            "CreationPolicy",
            "Connectors",
            "IgnoreGlobals");

    private final PropertyTables tables;

    ResourceCheck(PropertyTables tables) {
        this.tables = tables;
    }

    @Override
    public List<Problem> check(Subject subject) {
        List<Problem> problems = new ArrayList<>();
        subject.template().section("Resources").forEach((id, node) -> {
            if (!id.startsWith("Fn::")) {
                resource(id, node, subject.template().resourceMark(id), problems);
            }
        });
        return problems;
    }

    private void resource(String id, Node node, SourceMark mark, List<Problem> problems) {
        if (!LOGICAL_ID.matcher(id).matches()) {
            problems.add(Problem.error(
                    mark, "the logical id '" + id + "' is not alphanumeric", "use only letters A-Z, a-z and digits"));
        }
        if (node.asMapping().isEmpty()) {
            problems.add(Problem.error(
                    mark,
                    id + ": a resource is a mapping with Type and Properties, this is " + node.kindName(),
                    "check the indentation"));
            return;
        }
        MappingNode resource = node.asMapping().get();
        type(id, resource, mark, problems);
        resource.keys().stream()
                .filter(name -> !ATTRIBUTES.contains(name) && !name.startsWith("Fn::"))
                .forEach(name -> {
                    String hint = NearestName.suggestion(name, ATTRIBUTES);
                    String type = resource.text("Type").orElse("");
                    String misplaced = tables.propertiesOf(type).contains(name) ? "indent it under Properties" : hint;
                    problems.add(Problem.warning(
                            resource.keyMark(name), id + ": unknown attribute '" + name + "'", misplaced));
                });
        resource.get("Properties")
                .filter(properties -> properties.asMapping().isEmpty() && !properties.isNull())
                .ifPresent(properties -> problems.add(Problem.error(
                        properties.mark(), id + ": Properties must be a mapping, this is " + properties.kindName())));
    }

    private void type(String id, MappingNode resource, SourceMark mark, List<Problem> problems) {
        Node type = resource.get("Type").orElse(null);
        if (type == null || type.isNull()) {
            problems.add(Problem.error(mark, id + ": Type is missing", "add Type: AWS::<Service>::<Resource>"));
        } else if (type.asText().isEmpty()) {
            problems.add(Problem.error(type.mark(), id + ": Type must be a string, this is " + type.kindName()));
        } else {
            String name = type.asText().get();
            if (name.startsWith(SERVERLESS) && !tables.resourceTypes().contains(name)) {
                problems.add(Problem.error(
                        type.mark(),
                        id + ": unknown type '" + name + "'",
                        NearestName.suggestion(name, tables.resourceTypes())));
            }
        }
    }
}

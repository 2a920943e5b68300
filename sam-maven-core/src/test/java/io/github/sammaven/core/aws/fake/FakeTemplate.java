package io.github.sammaven.core.aws.fake;

import io.github.sammaven.core.problem.InvalidTemplateException;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the service makes of a template; serverless functions become a function and a role. */
final class FakeTemplate {

    private final String body;
    private final Template tree;

    FakeTemplate(String body) {
        this.body = body;
        try {
            this.tree = new TemplateReader().parse(body, Path.of("template"), "template");
        } catch (InvalidTemplateException broken) {
            throw QueryError.validation("Template format error: unsupported structure.");
        }
        if (tree.section("Resources").isEmpty()) {
            throw QueryError.validation("Template format error: At least one Resources member must be defined.");
        }
    }

    String body() {
        return body;
    }

    /** Names of the parameters; whether each has a default. */
    Map<String, Boolean> parameters() {
        Map<String, Boolean> names = new LinkedHashMap<>();
        tree.section("Parameters")
                .forEach((name, node) -> names.put(
                        name,
                        node.asMapping().filter(entry -> entry.has("Default")).isPresent()));
        return names;
    }

    String defaultOf(String parameter) {
        return parameter(parameter).flatMap(entry -> entry.text("Default")).orElse("");
    }

    boolean allows(String parameter, String value) {
        return parameter(parameter)
                .flatMap(entry -> entry.sequence("AllowedValues"))
                .map(values -> values.items().stream()
                        .anyMatch(item -> item.asText().filter(value::equals).isPresent()))
                .orElse(true);
    }

    private Optional<MappingNode> parameter(String name) {
        return Optional.ofNullable(tree.section("Parameters").get(name)).flatMap(Node::asMapping);
    }

    boolean hasTransform() {
        return tree.root().has("Transform");
    }

    /** Type by logical id, after the transform. */
    Map<String, String> resources() {
        Map<String, String> types = new LinkedHashMap<>();
        tree.section("Resources").forEach((id, node) -> {
            String type = node.asMapping().flatMap(body -> body.text("Type")).orElse("");
            if (type.equals("AWS::Serverless::Function")) {
                types.put(id, "AWS::Lambda::Function");
                types.put(id + "Role", "AWS::IAM::Role");
            } else {
                types.put(id, type);
            }
        });
        return types;
    }

    /** Content of a resource, to see whether it changed. */
    String content(String logicalId) {
        return tree.resource(logicalId).map(MappingNode::toString).orElse("");
    }

    /** Whether the resource stays when its stack is deleted. */
    boolean retains(String logicalId) {
        return tree.resource(logicalId)
                .flatMap(body -> body.text("DeletionPolicy"))
                .filter(policy -> policy.startsWith("Retain"))
                .isPresent();
    }

    /** The name a repository is given; its logical id for everything else. */
    String physicalName(String logicalId) {
        return tree.resource(logicalId)
                .flatMap(body -> body.mapping("Properties"))
                .flatMap(properties -> properties.text("RepositoryName"))
                .orElse(logicalId);
    }

    Set<String> neededCapabilities() {
        Set<String> needed = new TreeSet<>();
        resources().forEach((id, type) -> {
            if (type.startsWith("AWS::IAM::")) {
                boolean named = tree.resource(id)
                        .flatMap(body -> body.mapping("Properties"))
                        .filter(properties -> properties.has("RoleName") || properties.has("UserName"))
                        .isPresent();
                needed.add(named ? "CAPABILITY_NAMED_IAM" : "CAPABILITY_IAM");
            }
        });
        return needed;
    }

    /** Outputs with their values: literal text, a parameter's value, or something made up. */
    Map<String, String> outputs(Map<String, String> parameters) {
        Map<String, String> values = new LinkedHashMap<>();
        tree.section("Outputs").forEach((name, node) -> {
            Optional<Node> value = node.asMapping().flatMap(output -> output.get("Value"));
            Optional<String> text = value.flatMap(Node::asText);
            Optional<String> parameter = value.flatMap(Node::asMapping)
                    .flatMap(mapping -> mapping.text("Ref"))
                    .map(parameters::get);
            values.put(name, text.or(() -> parameter).orElse("value-of-" + name));
        });
        return values;
    }
}

package io.github.sammaven.core.validate;

import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.template.SubText;
import io.github.sammaven.core.template.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which resource certainly needs which other to be there first. What only some deployments need is left out: branches of
 * {@code Fn::If}, resources with a condition, and properties of SAM resources that end up in other resources.
 */
final class ResourceGraph {

    private static final String SERVERLESS = "AWS::Serverless::";
    private static final String POLICIES = "Policies";

    /** Properties of SAM resources that stay in the resource that keeps the logical id. */
    private static final Map<String, Set<String>> DIRECT = Map.of(
            "AWS::Serverless::Function",
            Set.of(
                    "DeadLetterQueue",
                    "Description",
                    "Environment",
                    "FileSystemConfigs",
                    "FunctionName",
                    "KmsKeyArn",
                    "Layers",
                    POLICIES,
                    "Role",
                    "VpcConfig"),
            "AWS::Serverless::StateMachine",
            Set.of("Definition", "DefinitionSubstitutions", POLICIES, "Role"),
            "AWS::Serverless::Api",
            Set.of("DefinitionBody"),
            "AWS::Serverless::HttpApi",
            Set.of("DefinitionBody"),
            "AWS::Serverless::Application",
            Set.of("Parameters"));

    private final Template template;
    private final Map<String, Map<String, SourceMark>> needs = new LinkedHashMap<>();

    ResourceGraph(Template template) {
        this.template = template;
        template.section("Resources").forEach((id, node) -> node.asMapping()
                .filter(resource -> !resource.has(Intrinsic.CONDITION))
                .ifPresent(resource -> add(resource, needs.computeIfAbsent(id, key -> new LinkedHashMap<>()))));
    }

    /** By logical id, in template order: what it needs, and where it says so first. */
    Map<String, Map<String, SourceMark>> needs() {
        return needs;
    }

    private void add(MappingNode resource, Map<String, SourceMark> found) {
        resource.get("DependsOn").ifPresent(node -> items(node)
                .forEach(item -> item.asText().ifPresent(name -> name(name, item.mark(), found))));
        resource.mapping("Properties")
                .ifPresent(properties ->
                        direct(resource.text("Type").orElse(""), properties).forEach(value -> walk(value, found)));
    }

    private static List<Node> direct(String type, MappingNode properties) {
        if (!type.startsWith(SERVERLESS)) {
            return List.of(properties);
        }
        List<Node> values = new ArrayList<>();
        for (String name : DIRECT.getOrDefault(type, Set.of())) {
            // Policies are for the role that SAM makes, if it makes one.
            if (!name.equals(POLICIES) || !properties.has("Role")) {
                properties.get(name).ifPresent(values::add);
            }
        }
        return values;
    }

    private void walk(Node node, Map<String, SourceMark> found) {
        Optional<Intrinsic> call = Intrinsic.of(node);
        if (call.isPresent()) {
            if (call.get().is(Intrinsic.IF) || call.get().is("Fn::Transform")) {
                return;
            }
            call(call.get(), found);
        }
        if (node instanceof MappingNode mapping) {
            mapping.entries().values().forEach(value -> walk(value, found));
        } else if (node instanceof SequenceNode sequence) {
            sequence.items().forEach(item -> walk(item, found));
        }
    }

    private void call(Intrinsic call, Map<String, SourceMark> found) {
        Node argument = call.argument();
        Node first = items(argument).stream().findFirst().orElse(argument);
        first.asText().ifPresent(text -> {
            if (call.is(Intrinsic.REF)) {
                name(text, argument.mark(), found);
            } else if (call.is(Intrinsic.GET_ATT)) {
                name(head(text), argument.mark(), found);
            } else if (call.is(Intrinsic.SUB)) {
                substitution(text, argument, found);
            }
        });
    }

    private void substitution(String text, Node argument, Map<String, SourceMark> found) {
        Set<String> own = items(argument).stream()
                .skip(1)
                .findFirst()
                .flatMap(Node::asMapping)
                .map(MappingNode::keys)
                .orElse(Set.of());
        SubText.parse(text).variables().stream()
                .filter(variable -> !own.contains(variable.name()))
                .forEach(variable -> name(variable.head(), argument.mark(), found));
    }

    private void name(String name, SourceMark mark, Map<String, SourceMark> found) {
        if (template.section("Resources").containsKey(name)
                && !template.section("Parameters").containsKey(name)) {
            found.putIfAbsent(name, mark);
        }
    }

    private static String head(String text) {
        int dot = text.indexOf('.');
        return dot < 0 ? text : text.substring(0, dot);
    }

    private static List<Node> items(Node node) {
        return node.asSequence().map(SequenceNode::items).orElse(List.of(node));
    }
}

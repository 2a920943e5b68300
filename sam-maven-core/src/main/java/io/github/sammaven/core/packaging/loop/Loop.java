package io.github.sammaven.core.packaging.loop;

import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.SequenceNode;
import java.util.List;
import java.util.Optional;

/**
 * {@code Fn::ForEach::Name: [Variable, Collection, Body]}.
 *
 * @param name what follows {@code Fn::ForEach::}
 * @param variable stands for one value of the collection at a time
 * @param collection a list, or what gives one
 * @param body what is repeated
 * @param mark where the loop is
 */
public record Loop(String name, String variable, Node collection, MappingNode body, SourceMark mark) {

    /** Where the body is among the loop's arguments. */
    public static final String BODY_INDEX = "2";

    private static final String PREFIX = "Fn::ForEach::";
    private static final String EXTENSIONS = "AWS::LanguageExtensions";

    /** Whether CloudFormation expands loops in the template: its {@code Transform} names the language extensions. */
    public static boolean areExpanded(MappingNode template) {
        Optional<Node> transform = template.get("Transform");
        return transform.filter(Loop::isExtensions).isPresent()
                || transform
                        .flatMap(Node::asSequence)
                        .filter(all -> all.items().stream().anyMatch(Loop::isExtensions))
                        .isPresent();
    }

    private static boolean isExtensions(Node node) {
        return node.asText()
                .or(() -> node.asMapping().flatMap(macro -> macro.text("Name")))
                .filter(EXTENSIONS::equals)
                .isPresent();
    }

    /** Empty if the entry is no loop, or not one CloudFormation would take. */
    public static Optional<Loop> of(String key, Node value) {
        if (!key.startsWith(PREFIX)) {
            return Optional.empty();
        }
        List<Node> arguments = value.asSequence()
                .map(SequenceNode::items)
                .filter(items -> items.size() == 3)
                .orElse(List.of());
        if (arguments.isEmpty()
                || arguments.get(0).asText().isEmpty()
                || arguments.get(2).asMapping().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Loop(
                key.substring(PREFIX.length()),
                arguments.get(0).asText().orElseThrow(),
                arguments.get(1),
                arguments.get(2).asMapping().orElseThrow(),
                value.mark()));
    }

    /** Whether {@code text} changes from turn to turn. */
    public boolean isUsedIn(String text) {
        return text.contains("${" + variable + "}") || text.contains("&{" + variable + "}");
    }
}

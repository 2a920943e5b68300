package io.github.sammaven.core.stack;

import io.github.sammaven.core.template.LocalValues;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.Resolution;
import io.github.sammaven.core.template.SequenceNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a stack gives the parameters of a stack nested in it. */
final class GivenParameters {

    private final Stack parent;
    private final Map<String, String> known = new HashMap<>();
    private final Map<String, String> unknown = new HashMap<>();

    private GivenParameters(Stack parent) {
        this.parent = parent;
    }

    static LocalValues of(Stack parent, MappingNode resource) {
        GivenParameters given = new GivenParameters(parent);
        written(resource).ifPresent(parameters -> parameters.entries().forEach(given::add));
        return parent.values().forTemplate(given.known, given.unknown);
    }

    /** {@code Parameters} of a resource that is a stack, as it is in the template. */
    static Optional<MappingNode> written(MappingNode resource) {
        return resource.mapping("Properties").flatMap(properties -> properties.mapping("Parameters"));
    }

    private void add(String name, Node value) {
        Resolution resolution = parent.resolver().resolve(value);
        if (resolution.value().isNull()) {
            return;
        }
        Optional<String> text = text(resolution.value());
        if (resolution.isComplete() && text.isPresent()) {
            known.put(name, text.get());
        } else {
            unknown.put(name, "the stack around it gives a value that is " + why(resolution));
        }
    }

    /** A list arrives as CloudFormation passes it on, with commas. */
    private static Optional<String> text(Node value) {
        Optional<List<Node>> items = value.asSequence().map(SequenceNode::items);
        if (items.isEmpty()) {
            return value.asText();
        }
        return items.filter(all -> all.stream().allMatch(item -> item.asText().isPresent()))
                .map(all ->
                        all.stream().map(item -> item.asText().orElseThrow()).collect(Collectors.joining(",")));
    }

    private static String why(Resolution resolution) {
        return resolution.unknown().stream()
                .findFirst()
                .map(first -> "only known in AWS, " + first.expression() + ": " + first.reason())
                .orElse("no text");
    }
}

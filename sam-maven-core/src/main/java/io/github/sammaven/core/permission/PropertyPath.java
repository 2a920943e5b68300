package io.github.sammaven.core.permission;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.SequenceNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what a resource says under a dotted path: in every item of lists, and whatever conditions decide. */
final class PropertyPath {

    private static final String ATTRIBUTE = "UpdatePolicy";

    private PropertyPath() {}

    /** @param resource the whole entry of {@code Resources} */
    static List<Node> values(MappingNode resource, String path) {
        Node start = path.startsWith(ATTRIBUTE)
                ? resource
                : resource.mapping("Properties").orElse(MappingNode.builder().build());
        Stream<Node> found = Stream.of(start);
        for (String key : path.split("\\.")) {
            found = found.flatMap(PropertyPath::branches)
                    .flatMap(node -> node.asMapping().flatMap(mapping -> mapping.get(key)).stream());
        }
        return found.flatMap(PropertyPath::branches).toList();
    }

    /** The value itself, or what it may be. */
    private static Stream<Node> branches(Node node) {
        if (node.isNull() || Intrinsic.isNoValue(node)) {
            return Stream.empty();
        }
        Optional<Intrinsic> choice = Intrinsic.of(node).filter(call -> call.is(Intrinsic.IF));
        if (choice.isPresent()) {
            List<Node> parts = choice.get()
                    .argument()
                    .asSequence()
                    .map(SequenceNode::items)
                    .orElse(List.of());
            return parts.stream().skip(1).flatMap(PropertyPath::branches);
        }
        return node.asSequence().isPresent()
                ? node.asSequence().get().items().stream().flatMap(PropertyPath::branches)
                : Stream.of(node);
    }
}

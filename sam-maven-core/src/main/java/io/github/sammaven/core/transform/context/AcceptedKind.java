package io.github.sammaven.core.transform.context;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.SequenceNode;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A kind of value that a property takes.
 *
 * @param kind of the value itself
 * @param items kinds of the items of a list or the values of a mapping; empty if they are not looked at
 */
record AcceptedKind(PropertyKind kind, List<PropertyKind> items) {

    /** {@code map}, or with items {@code list(string,map)}. */
    static AcceptedKind of(String word) {
        int open = word.indexOf('(');
        if (open < 0) {
            return new AcceptedKind(PropertyKind.of(word), List.of());
        }
        List<PropertyKind> items = List.of(
                        word.substring(open + 1, word.length() - 1).split(","))
                .stream()
                .map(PropertyKind::of)
                .toList();
        return new AcceptedKind(PropertyKind.of(word.substring(0, open)), items);
    }

    boolean accepts(Node node) {
        return kind.accepts(node) && (items.isEmpty() || inside(node).stream().allMatch(this::acceptsItem));
    }

    private boolean acceptsItem(Node item) {
        return items.stream().anyMatch(each -> each.accepts(item));
    }

    private static Collection<Node> inside(Node node) {
        return node instanceof MappingNode mapping
                ? mapping.entries().values()
                : node.asSequence().map(SequenceNode::items).orElse(List.of());
    }

    String shown() {
        return items.isEmpty()
                ? kind.shown()
                : kind.shown() + " of "
                        + items.stream().map(PropertyKind::plural).collect(Collectors.joining(" or "));
    }
}

package io.github.sammaven.core.transform.openapi;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarKind;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Puts a value of another kind into a random place of a tree. */
final class NodeMutation {

    private final Random random;

    NodeMutation(long seed) {
        random = new Random(seed);
    }

    MappingNode broken(MappingNode mapping) {
        if (mapping.size() == 0) {
            return mapping;
        }
        List<String> keys = List.copyOf(mapping.keys());
        String key = keys.get(random.nextInt(keys.size()));
        Map<String, Node> entries = new LinkedHashMap<>(mapping.entries());
        entries.computeIfPresent(key, (name, value) -> changed(value));
        return mapping.withEntries(entries);
    }

    private Node changed(Node node) {
        if (random.nextInt(4) > 0) {
            if (node instanceof MappingNode mapping && mapping.size() > 0) {
                return broken(mapping);
            }
            if (node instanceof SequenceNode list && !list.items().isEmpty()) {
                List<Node> items = new ArrayList<>(list.items());
                items.set(0, changed(items.get(0)));
                return new SequenceNode(items, list.mark());
            }
        }
        return switch (random.nextInt(7)) {
            case 0 -> ScalarNode.ofNull(node.mark());
            case 1 -> ScalarNode.string("", node.mark());
            case 2 -> ScalarNode.string("odd text", node.mark());
            case 3 -> new ScalarNode("3.5", ScalarKind.FLOAT, node.mark());
            case 4 -> new SequenceNode(List.of(node, ScalarNode.bool(true, node.mark())), node.mark());
            case 5 -> MappingNode.of(Map.of(Intrinsic.IF, node), node.mark());
            default -> MappingNode.of(Map.of(Intrinsic.REF, ScalarNode.string("Nobody")), node.mark());
        };
    }
}

package io.github.sammaven.core.packaging.artifact;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.SequenceNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects new values for places of a tree and puts them in with one walk. Everything else stays the same object. */
public final class TreeEdits {

    private final Map<String, TreeEdits> below = new LinkedHashMap<>();
    private Optional<Node> value = Optional.empty();

    /** @param path keys from the root; items of lists by number. Mappings that are missing on the way are added */
    public void set(List<String> path, Node changed) {
        if (path.isEmpty()) {
            value = Optional.of(changed);
        } else {
            below.computeIfAbsent(path.get(0), key -> new TreeEdits()).set(path.subList(1, path.size()), changed);
        }
    }

    public MappingNode in(MappingNode root) {
        return (MappingNode) changed(root);
    }

    private Node changed(Node node) {
        if (value.isPresent()) {
            return value.get();
        }
        if (below.isEmpty()) {
            return node;
        }
        if (node instanceof SequenceNode sequence) {
            List<Node> items = new ArrayList<>(sequence.items());
            below.forEach((index, edits) -> {
                int position = Integer.parseInt(index);
                items.set(position, edits.changed(items.get(position)));
            });
            return new SequenceNode(items, sequence.mark());
        }
        MappingNode mapping = node.asMapping()
                .orElseGet(() -> MappingNode.builder(node.mark()).build());
        Map<String, Node> entries = new LinkedHashMap<>(mapping.entries());
        below.forEach((key, edits) -> entries.put(
                key,
                edits.changed(Optional.ofNullable(entries.get(key))
                        .orElseGet(() -> MappingNode.builder(mapping.mark()).build()))));
        return mapping.withEntries(entries);
    }
}

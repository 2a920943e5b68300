package io.github.sammaven.core.template;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Changes one value of a tree; everything beside its path stays the same instance. */
final class TreeEdit {

    private TreeEdit() {}

    /** @param path keys, and numbers of list items, from the root */
    static MappingNode at(MappingNode root, List<String> path, UnaryOperator<Node> change) {
        return (MappingNode) change(root, path, change);
    }

    static MappingNode set(MappingNode root, String path, Node value) {
        List<String> keys = List.of(path.split("/"));
        String last = keys.get(keys.size() - 1);
        return at(root, keys.subList(0, keys.size() - 1), parent -> {
            if (parent instanceof MappingNode mapping) {
                return mapping.with(last, value);
            }
            List<Node> items = new ArrayList<>(((SequenceNode) parent).items());
            int index = Integer.parseInt(last);
            if (index < items.size()) {
                items.set(index, value);
            } else {
                items.add(value);
            }
            return new SequenceNode(items, parent.mark());
        });
    }

    static MappingNode insert(MappingNode root, String path, int index, Node value) {
        return at(root, List.of(path.split("/")), parent -> {
            List<Node> items = new ArrayList<>(((SequenceNode) parent).items());
            items.add(index, value);
            return new SequenceNode(items, parent.mark());
        });
    }

    static MappingNode remove(MappingNode root, String path) {
        List<String> keys = List.of(path.split("/"));
        String last = keys.get(keys.size() - 1);
        return at(root, keys.subList(0, keys.size() - 1), parent -> {
            if (parent instanceof MappingNode mapping) {
                return mapping.without(last);
            }
            List<Node> items = new ArrayList<>(((SequenceNode) parent).items());
            items.remove(Integer.parseInt(last));
            return new SequenceNode(items, parent.mark());
        });
    }

    private static Node change(Node node, List<String> path, UnaryOperator<Node> change) {
        if (path.isEmpty()) {
            return change.apply(node);
        }
        String key = path.get(0);
        List<String> rest = path.subList(1, path.size());
        if (node instanceof MappingNode mapping) {
            return mapping.with(key, change(mapping.get(key).orElseThrow(), rest, change));
        }
        List<Node> items = new ArrayList<>(((SequenceNode) node).items());
        items.set(Integer.parseInt(key), change(items.get(Integer.parseInt(key)), rest, change));
        return new SequenceNode(items, node.mark());
    }
}

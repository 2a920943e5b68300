package io.github.sammaven.core.packaging.artifact;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.SequenceNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a property is: keys joined by dots, of which {@code *} stands for every key and {@code **} for any number of
 * mappings and lists in between.
 *
 * @param keys from the outermost to the last
 */
public record PropertyPath(List<String> keys) {

    private static final String ANY_KEY = "*";
    private static final String ANYWHERE_BELOW = "**";

    public PropertyPath {
        keys = List.copyOf(keys);
    }

    static PropertyPath of(String path) {
        return new PropertyPath(List.of(path.split("\\.")));
    }

    /**
     * A value at the path.
     *
     * @param keys that lead to it; items of lists by number
     */
    public record Match(List<String> keys, Node value) {

        public Match {
            keys = List.copyOf(keys);
        }
    }

    /** Without what stands for other keys. */
    String shown() {
        return isPattern() ? keys.get(keys.size() - 1) : String.join(".", keys);
    }

    /** The last key. */
    public String last() {
        return keys.get(keys.size() - 1);
    }

    /** Whether there may be several values. */
    boolean isPattern() {
        return keys.contains(ANY_KEY) || keys.contains(ANYWHERE_BELOW);
    }

    /** In the order of the template. */
    public List<Match> in(Node start) {
        List<Match> found = new ArrayList<>();
        find(start, 0, new ArrayList<>(), found);
        return found;
    }

    /** Whether an intrinsic function, or something that is no mapping, stands where keys of the path should be. */
    boolean isHiddenIn(MappingNode start) {
        Node node = start;
        for (String key : keys) {
            if (!(node instanceof MappingNode mapping)
                    || mapping.has("Fn::Transform")
                    || Intrinsic.of(mapping).isPresent()) {
                return true;
            }
            if (!mapping.has(key)) {
                return false;
            }
            node = mapping.get(key).orElseThrow();
        }
        return false;
    }

    private void find(Node node, int done, List<String> way, List<Match> found) {
        if (done == keys.size()) {
            found.add(new Match(way, node));
            return;
        }
        String key = keys.get(done);
        if (key.equals(ANYWHERE_BELOW)) {
            find(node, done + 1, way, found);
            children(node).forEach((name, child) -> {
                if (!name.equals(keys.get(done + 1))) {
                    step(name, child, done, way, found);
                }
            });
        } else if (node instanceof MappingNode mapping) {
            mapping.entries().forEach((name, child) -> {
                if (key.equals(ANY_KEY) || key.equals(name)) {
                    step(name, child, done + 1, way, found);
                }
            });
        }
    }

    private void step(String name, Node child, int done, List<String> way, List<Match> found) {
        way.add(name);
        find(child, done, way, found);
        way.remove(way.size() - 1);
    }

    static Map<String, Node> children(Node node) {
        if (node instanceof SequenceNode sequence) {
            Map<String, Node> items = new LinkedHashMap<>();
            for (int index = 0; index < sequence.items().size(); index++) {
                items.put(Integer.toString(index), sequence.items().get(index));
            }
            return items;
        }
        return node instanceof MappingNode mapping ? mapping.entries() : Map.of();
    }
}

package io.github.sammaven.core.transform;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarKind;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.template.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Breaks one value somewhere below {@code Resources} or {@code Globals}. */
public final class TemplateMutation {

    private static final List<String> SECTIONS = List.of("Resources", "Globals");

    private final Random random;
    private int countdown;

    public TemplateMutation(long seed) {
        random = new Random(seed);
    }

    public Template broken(Template template) {
        MappingNode root = template.root();
        int places = SECTIONS.stream()
                .mapToInt(name -> root.get(name).map(TemplateMutation::count).orElse(0))
                .sum();
        countdown = random.nextInt(Math.max(1, places));
        for (String name : SECTIONS) {
            Node section = root.get(name).orElse(null);
            if (section != null) {
                Node changed = mutated(section);
                if (changed != section) {
                    return template.withRoot(root.with(name, changed));
                }
            }
        }
        return template;
    }

    private static int count(Node node) {
        int below = node.asMapping()
                .map(mapping -> mapping.entries().values().stream())
                .orElseGet(() ->
                        node.asSequence().map(list -> list.items().stream()).orElseGet(() -> List.<Node>of().stream()))
                .mapToInt(TemplateMutation::count)
                .sum();
        return below + 1;
    }

    /** The same instance if the place to break is elsewhere. */
    private Node mutated(Node node) {
        if (countdown-- == 0) {
            return replacement(node);
        }
        if (node instanceof MappingNode mapping) {
            for (Map.Entry<String, Node> entry : mapping.entries().entrySet()) {
                Node changed = mutated(entry.getValue());
                if (changed != entry.getValue()) {
                    return changed(mapping, entry.getKey(), changed);
                }
            }
        } else if (node instanceof SequenceNode list) {
            for (int i = 0; i < list.items().size(); i++) {
                Node changed = mutated(list.items().get(i));
                if (changed != list.items().get(i)) {
                    List<Node> items = new ArrayList<>(list.items());
                    items.set(i, changed);
                    return new SequenceNode(items, list.mark());
                }
            }
        }
        return node;
    }

    private MappingNode changed(MappingNode mapping, String key, Node value) {
        return switch (random.nextInt(6)) {
            case 0 -> mapping.without(key);
            case 1 -> renamed(mapping, key);
            default -> mapping.with(key, value);
        };
    }

    private static MappingNode renamed(MappingNode mapping, String key) {
        Map<String, Node> entries = new LinkedHashMap<>();
        mapping.entries().forEach((name, value) -> entries.put(name.equals(key) ? name + "x" : name, value));
        return mapping.withEntries(entries);
    }

    private Node replacement(Node node) {
        return switch (random.nextInt(10)) {
            case 0 -> ScalarNode.ofNull(node.mark());
            case 1 -> ScalarNode.string("", node.mark());
            case 2 -> ScalarNode.string("odd-Text 1", node.mark());
            case 3 -> new ScalarNode("3.5", ScalarKind.FLOAT, node.mark());
            case 4 -> ScalarNode.bool(true, node.mark());
            case 5 -> new SequenceNode(List.of(), node.mark());
            case 6 -> new SequenceNode(List.of(node, ScalarNode.integer(7, node.mark())), node.mark());
            case 7 -> MappingNode.of(Map.of("A", node, "B", ScalarNode.ofNull(node.mark())), node.mark());
            case 8 -> MappingNode.of(Map.of(Intrinsic.IF, node), node.mark());
            default -> MappingNode.of(Map.of(Intrinsic.REF, ScalarNode.string("Nobody", node.mark())), node.mark());
        };
    }
}

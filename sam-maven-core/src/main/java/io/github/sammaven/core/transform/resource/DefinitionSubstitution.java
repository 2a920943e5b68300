package io.github.sammaven.core.transform.resource;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.NodeVisitor;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Puts a placeholder where a definition has a function or a dynamic reference, since CloudFormation evaluates neither
 * inside of its text.
 */
final class DefinitionSubstitution implements NodeVisitor<Node> {

    private static final Pattern DYNAMIC_REFERENCE = Pattern.compile("\\{\\{resolve:[a-z-]+:.+}}\\n?");

    private final Map<String, Node> values = new LinkedHashMap<>();

    /** What the placeholders stand for, by their names. */
    Map<String, Node> values() {
        return Collections.unmodifiableMap(values);
    }

    @Override
    public Node mapping(MappingNode node) {
        if (Intrinsic.of(node).isPresent()) {
            return placeholder(node);
        }
        Map<String, Node> entries = new LinkedHashMap<>();
        new TreeMap<>(node.entries()).forEach((key, value) -> entries.put(key, value.accept(this)));
        return MappingNode.of(entries, node.mark());
    }

    @Override
    public Node sequence(SequenceNode node) {
        List<Node> items = new ArrayList<>();
        node.items().forEach(item -> items.add(item.accept(this)));
        return new SequenceNode(items, node.mark());
    }

    @Override
    public Node scalar(ScalarNode node) {
        boolean dynamic =
                node.isString() && DYNAMIC_REFERENCE.matcher(node.text()).matches();
        return dynamic ? placeholder(node) : node;
    }

    private Node placeholder(Node value) {
        String name = "definition_substitution_" + (values.size() + 1);
        values.put(name, value);
        return ScalarNode.string("${" + name + "}", value.mark());
    }
}

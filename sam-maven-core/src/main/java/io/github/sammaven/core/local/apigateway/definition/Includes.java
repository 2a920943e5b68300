package io.github.sammaven.core.local.apigateway.definition;

import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.NodeVisitor;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts the content of files in the place of {@code AWS::Include}; what cannot be included is told and left out. */
final class Includes implements NodeVisitor<Node> {

    private static final String TRANSFORM = "Fn::Transform";
    private static final String INCLUDE = "AWS::Include";

    /** Files that name each other, each more than once, would go on for ever. */
    private static final int MAX_FILES = 200;

    /** So that a tree that is put together is not much deeper than one of a single file may be. */
    private static final int MAX_NESTED = 5;

    private final StackReading stack;
    private final String owner;
    private final LocalFile files;
    private final Deque<String> open = new ArrayDeque<>();
    private int count;

    Includes(StackReading stack, String owner) {
        this.stack = stack;
        this.owner = owner;
        this.files = new LocalFile(stack);
    }

    @Override
    public Node mapping(MappingNode node) {
        Map<String, Node> entries = new LinkedHashMap<>();
        MappingNode.Builder merged = MappingNode.builder(node.mark());
        boolean included = false;
        for (Map.Entry<String, Node> entry : node.entries().entrySet()) {
            String key = entry.getKey();
            if (key.equals(TRANSFORM)) {
                included = true;
                content(entry.getValue(), node.keyMark(key)).ifPresent(content -> content.entries()
                        .forEach((name, value) -> merged.put(name, content.keyMark(name), value)));
            } else {
                Node value = entry.getValue().accept(this);
                entries.put(key, value);
                merged.put(key, node.keyMark(key), value);
            }
        }
        return included ? merged.build() : node.withEntries(entries);
    }

    @Override
    public Node sequence(SequenceNode node) {
        List<Node> items = new ArrayList<>();
        node.items().forEach(item -> items.add(item.accept(this)));
        return new SequenceNode(items, node.mark());
    }

    @Override
    public Node scalar(ScalarNode node) {
        return node;
    }

    private Optional<MappingNode> content(Node argument, SourceMark mark) {
        Optional<MappingNode> macro = argument.asMapping();
        String name = macro.flatMap(found -> found.text("Name")).orElse("");
        if (!name.equals(INCLUDE)) {
            stack.warn(
                    mark, owner + ": the macro '" + name + "' runs only during deployment", "what it makes is missing");
            return Optional.empty();
        }
        Optional<Node> location = macro.flatMap(found -> found.mapping("Parameters"))
                .flatMap(parameters -> parameters.get("Location"))
                .map(stack::resolve);
        Optional<String> path = location.flatMap(Node::asText);
        if (path.isEmpty()) {
            String why =
                    location.map(stack::reason).map(reason -> ", " + reason).orElse("");
            stack.warn(mark, owner + ": the Location of AWS::Include is not known offline" + why, "");
            return Optional.empty();
        }
        if (open.contains(path.get()) || open.size() >= MAX_NESTED || ++count > MAX_FILES) {
            stack.warn(mark, owner + ": " + path.get() + " includes itself, or too many files", "");
            return Optional.empty();
        }
        open.push(path.get());
        try {
            return files.read(path.get(), owner + ": the included part", mark)
                    .flatMap(content -> content.accept(this).asMapping());
        } finally {
            open.pop();
        }
    }
}

package io.github.sammaven.core.transform.context;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.SequenceNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Changes intrinsic functions anywhere in a tree. A part in which nothing changes stays the same instance. */
final class IntrinsicRewriter {

    private final Function<Intrinsic, Node> change;
    private final EntryChange entryChange;

    /** Changes the value of an entry; gives it back where it leaves it as it is. */
    @FunctionalInterface
    interface EntryChange {

        Node apply(String key, Node value);
    }

    /** @param change gives the function's own node back where it leaves the function as it is */
    IntrinsicRewriter(Function<Intrinsic, Node> change) {
        this(change, (key, value) -> value);
    }

    /** Also changes values by their key, before what is in them. */
    IntrinsicRewriter(Function<Intrinsic, Node> change, EntryChange entryChange) {
        this.change = change;
        this.entryChange = entryChange;
    }

    /** Outer functions first. What takes the place of a function is final, except for the variables of {@code Fn::Sub}. */
    Node rewrite(Node node) {
        if (node instanceof SequenceNode sequence) {
            return items(sequence);
        }
        if (!(node instanceof MappingNode mapping)) {
            return node;
        }
        Intrinsic function = Intrinsic.of(mapping).orElse(null);
        if (function == null) {
            return entries(mapping);
        }
        Node changed = change.apply(function);
        boolean complete = changed != mapping && !function.is(Intrinsic.SUB);
        return complete || !(changed instanceof MappingNode result) ? changed : entries(result);
    }

    private MappingNode entries(MappingNode mapping) {
        Map<String, Node> changed = null;
        for (var entry : mapping.entries().entrySet()) {
            Node value = rewrite(entryChange.apply(entry.getKey(), entry.getValue()));
            if (value != entry.getValue()) {
                if (changed == null) {
                    changed = new LinkedHashMap<>(mapping.entries());
                }
                changed.put(entry.getKey(), value);
            }
        }
        return changed == null ? mapping : mapping.withEntries(changed);
    }

    private SequenceNode items(SequenceNode sequence) {
        List<Node> items = sequence.items();
        List<Node> changed = null;
        for (int index = 0; index < items.size(); index++) {
            Node item = rewrite(items.get(index));
            if (item != items.get(index)) {
                if (changed == null) {
                    changed = new ArrayList<>(items);
                }
                changed.set(index, item);
            }
        }
        return changed == null ? sequence : new SequenceNode(changed, sequence.mark());
    }
}

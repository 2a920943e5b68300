package io.github.sammaven.core.transform.generate;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tags as most resource types have them: a list of {@code Key} and {@code Value}. */
public final class Tags {

    private final List<Node> items = new ArrayList<>();

    public Tags add(String key, String value) {
        return add(key, ScalarNode.string(value));
    }

    /** Null becomes the empty text. */
    public Tags add(String key, Node value) {
        items.add(MappingNode.builder()
                .put("Key", key)
                .put("Value", value.isNull() ? ScalarNode.string("", value.mark()) : value)
                .build());
        return this;
    }

    /** Every entry of {@code tags} if it is a mapping. */
    public Tags addAll(Optional<Node> tags) {
        tags.flatMap(Node::asMapping).ifPresent(mapping -> mapping.entries().forEach(this::add));
        return this;
    }

    public SequenceNode listEvenIfEmpty() {
        return SequenceNode.of(items);
    }

    /** Absent if there are none. */
    public Optional<Node> list() {
        return items.isEmpty() ? Optional.empty() : Optional.of(listEvenIfEmpty());
    }
}

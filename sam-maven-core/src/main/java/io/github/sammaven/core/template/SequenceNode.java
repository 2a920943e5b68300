package io.github.sammaven.core.template;

import io.github.sammaven.core.problem.SourceMark;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A list of values.
 *
 * @param items the values in order
 * @param mark where it starts; not part of equality
 */
public record SequenceNode(List<Node> items, SourceMark mark) implements Node {

    public SequenceNode {
        items = List.copyOf(items);
    }

    public static SequenceNode of(Node... items) {
        return new SequenceNode(List.of(items), SourceMark.NONE);
    }

    public static SequenceNode of(List<? extends Node> items) {
        return new SequenceNode(List.copyOf(items), SourceMark.NONE);
    }

    public static SequenceNode ofTexts(String... items) {
        return of(Arrays.stream(items).map(ScalarNode::string).toList());
    }

    @Override
    public Optional<SequenceNode> asSequence() {
        return Optional.of(this);
    }

    @Override
    public String kindName() {
        return "a list";
    }

    @Override
    public <R> R accept(NodeVisitor<R> visitor) {
        return visitor.sequence(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SequenceNode that && items.equals(that.items);
    }

    @Override
    public int hashCode() {
        return items.hashCode();
    }

    @Override
    public String toString() {
        return items.toString();
    }
}

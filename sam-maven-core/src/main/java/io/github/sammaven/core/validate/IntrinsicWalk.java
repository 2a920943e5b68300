package io.github.sammaven.core.validate;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.NodeVisitor;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Finds every intrinsic function in the sections where CloudFormation evaluates them. */
final class IntrinsicWalk implements NodeVisitor<Integer> {

    private static final List<String> SECTIONS = List.of("Conditions", "Resources", "Outputs", "Globals");

    private final Consumer<Intrinsic> action;

    private IntrinsicWalk(Consumer<Intrinsic> action) {
        this.action = action;
    }

    /**
     * Outer functions come before the ones in their arguments.
     *
     * @param action takes the entry of the section that the function is in, and the function
     */
    static void over(Subject subject, BiConsumer<String, Intrinsic> action) {
        SECTIONS.forEach(section -> subject.template()
                .section(section)
                .forEach((entry, node) -> node.accept(new IntrinsicWalk(call -> action.accept(entry, call)))));
    }

    @Override
    public Integer mapping(MappingNode node) {
        Intrinsic.of(node).ifPresent(action);
        return sum(node.entries().values());
    }

    @Override
    public Integer sequence(SequenceNode node) {
        return sum(node.items());
    }

    @Override
    public Integer scalar(ScalarNode node) {
        return 1;
    }

    private int sum(Iterable<Node> nodes) {
        int count = 1;
        for (Node node : nodes) {
            count += node.accept(this);
        }
        return count;
    }
}

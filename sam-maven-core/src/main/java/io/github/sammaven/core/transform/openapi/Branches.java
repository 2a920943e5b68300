package io.github.sammaven.core.transform.openapi;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.transform.context.InvalidResourceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a path or a method may be: a value, or {@code Fn::If} with a value in one or both branches. One level of
 * {@code Fn::If} is looked through, as the hosted macro does.
 */
final class Branches {

    private Branches() {}

    /** The values {@code node} may stand for, without those that remove it. */
    static List<Node> of(Node node) {
        return operands(node)
                .map(operands -> operands.items().stream()
                        .skip(1)
                        .filter(branch -> !Intrinsic.isNoValue(branch))
                        .toList())
                .orElseGet(() -> List.of(node));
    }

    /** Changes each value {@code node} may stand for. */
    static Node map(Node node, UnaryOperator<Node> change) {
        SequenceNode operands = operands(node).orElse(null);
        if (operands == null) {
            return change.apply(node);
        }
        List<Node> changed = new ArrayList<>(operands.items());
        for (int index = 1; index < changed.size(); index++) {
            if (!Intrinsic.isNoValue(changed.get(index))) {
                changed.set(index, change.apply(changed.get(index)));
            }
        }
        return node.asMapping()
                .<Node>map(function -> function.with(Intrinsic.IF, new SequenceNode(changed, operands.mark())))
                .orElse(node);
    }

    /** Keys beside {@code Fn::If}, which merging may leave there, are not looked at. */
    private static Optional<SequenceNode> operands(Node node) {
        return node.asMapping().flatMap(mapping -> mapping.get(Intrinsic.IF)).map(argument -> argument.asSequence()
                .orElseThrow(() -> InvalidResourceException.ofTemplate(
                        argument.mark(),
                        "Fn::If in an API definition holds " + argument.kindName(),
                        "a list is expected: condition, value if true, value if false")));
    }

    /** {@code node} itself, or only if {@code condition} holds. */
    static Node conditional(Optional<String> condition, Node node) {
        return condition
                .<Node>map(name -> Intrinsic.ifElse(name, node, Intrinsic.noValue()))
                .orElse(node);
    }
}

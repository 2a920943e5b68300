package io.github.sammaven.core.local.apigateway.definition;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.NodeVisitor;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.template.SubText;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Finds the one function that an expression names which cannot be resolved as a whole. */
final class FunctionMention implements NodeVisitor<Set<String>> {

    private final StackReading stack;

    FunctionMention(StackReading stack) {
        this.stack = stack;
    }

    /** Empty if there is none, or more than one. */
    Optional<String> of(Node expression) {
        Set<String> mentioned = expression.accept(this);
        return mentioned.size() == 1 ? mentioned.stream().findFirst() : Optional.empty();
    }

    @Override
    public Set<String> mapping(MappingNode node) {
        Set<String> found = new LinkedHashSet<>();
        Optional<Intrinsic> intrinsic = Intrinsic.of(node);
        if (intrinsic
                .filter(call -> call.is(Intrinsic.REF) || call.is(Intrinsic.GET_ATT))
                .isPresent()) {
            stack.function(node).ifPresent(found::add);
            return found;
        }
        node.entries().values().forEach(value -> found.addAll(value.accept(this)));
        return found;
    }

    @Override
    public Set<String> sequence(SequenceNode node) {
        Set<String> found = new LinkedHashSet<>();
        node.items().forEach(item -> found.addAll(item.accept(this)));
        return found;
    }

    @Override
    public Set<String> scalar(ScalarNode node) {
        Set<String> found = new LinkedHashSet<>();
        SubText.parse(node.text()).variables().forEach(variable -> stack.function(Intrinsic.ref(variable.head()))
                .ifPresent(found::add));
        return found;
    }
}

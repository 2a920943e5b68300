package io.github.sammaven.core.stack;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.SequenceNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Follows what passes through parameters and outputs of nested stacks back to the stack where it is written. */
public final class StackReferences {

    private static final String OUTPUTS = "Outputs.";

    private final StackTree tree;

    public StackReferences(StackTree tree) {
        this.tree = tree;
    }

    /**
     * An expression and the stack whose names it uses.
     *
     * @param stack whose resolver knows it
     * @param node the expression
     */
    public record Origin(Stack stack, Node node) {}

    /** What was looked at, so that references in a circle end. */
    private record Step(String path, Node node) {}

    /** Where the value of {@code node}, an expression of {@code stack}, begins; itself if it passes through nothing. */
    public Origin origin(Stack stack, Node node) {
        Origin origin = new Origin(stack, node);
        Set<Step> seen = new HashSet<>();
        while (seen.add(new Step(origin.stack().path(), origin.node()))) {
            Optional<Origin> before = before(origin);
            if (before.isEmpty()) {
                return origin;
            }
            origin = before.get();
        }
        return origin;
    }

    private Optional<Origin> before(Origin origin) {
        Optional<Intrinsic> intrinsic = Intrinsic.of(origin.node());
        if (intrinsic.isEmpty()) {
            return Optional.empty();
        }
        if (intrinsic.get().is(Intrinsic.REF)) {
            return intrinsic.get().argument().asText().flatMap(name -> given(origin.stack(), name));
        }
        if (intrinsic.get().is(Intrinsic.GET_ATT)) {
            return output(origin.stack(), intrinsic.get().argument());
        }
        if (intrinsic.get().is(Intrinsic.IF)) {
            return chosen(origin.stack(), intrinsic.get().argument());
        }
        return Optional.empty();
    }

    private Optional<Origin> given(Stack stack, String parameter) {
        if (!stack.template().section("Parameters").containsKey(parameter)) {
            return Optional.empty();
        }
        String logicalId = stack.path().substring(stack.path().lastIndexOf('/') + 1);
        return tree.parent(stack).flatMap(parent -> parent.template()
                .resource(logicalId)
                .flatMap(GivenParameters::written)
                .flatMap(given -> given.get(parameter))
                .map(value -> new Origin(parent, value)));
    }

    private Optional<Origin> output(Stack stack, Node argument) {
        List<String> parts = argument.asSequence()
                .map(SequenceNode::items)
                .filter(items -> items.stream().allMatch(item -> item.asText().isPresent()))
                .map(items ->
                        items.stream().map(item -> item.asText().orElseThrow()).toList())
                .or(() -> argument.asText().map(text -> List.of(text.split("\\.", 2))))
                .orElse(List.of());
        if (parts.size() != 2 || !parts.get(1).startsWith(OUTPUTS)) {
            return Optional.empty();
        }
        String name = parts.get(1).substring(OUTPUTS.length());
        return tree.stack(stack.idOf(parts.get(0))).flatMap(child -> child.template()
                .root()
                .mapping("Outputs")
                .flatMap(outputs -> outputs.mapping(name))
                .flatMap(output -> value(output).map(value -> new Origin(child, value))));
    }

    private static Optional<Node> value(MappingNode output) {
        return output.get("Value");
    }

    private static Optional<Origin> chosen(Stack stack, Node argument) {
        List<Node> parts = argument.asSequence().map(SequenceNode::items).orElse(List.of());
        if (parts.size() != 3) {
            return Optional.empty();
        }
        return parts.get(0)
                .asText()
                .flatMap(stack.resolver()::condition)
                .map(truth -> new Origin(stack, parts.get(truth ? 1 : 2)));
    }
}

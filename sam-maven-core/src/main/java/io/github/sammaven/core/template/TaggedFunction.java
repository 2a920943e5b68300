package io.github.sammaven.core.template;

import java.util.List;
import java.util.Optional;

/** A function that can be written with its tag and is then read back as the same. */
record TaggedFunction(String tag, Node argument) {

    static Optional<TaggedFunction> of(Node node) {
        return Intrinsic.of(node)
                .filter(call -> call.node().isShortTag())
                .filter(call -> call.tag().matches("![A-Za-z0-9]+")
                        && Intrinsic.nameOfTag(call.tag().substring(1)).equals(call.name()))
                .flatMap(call -> argument(call).map(argument -> new TaggedFunction(call.tag(), argument)));
    }

    private static Optional<Node> argument(Intrinsic call) {
        Node argument = call.argument();
        if (of(argument).isPresent()) {
            return Optional.empty();
        }
        boolean string = argument instanceof ScalarNode scalar && scalar.isString();
        if (call.is(Intrinsic.GET_ATT)) {
            return attributePath(argument);
        }
        boolean named = call.is(Intrinsic.REF) || call.is(Intrinsic.CONDITION);
        return !named || string || !(argument instanceof ScalarNode) ? Optional.of(argument) : Optional.empty();
    }

    /** {@code A.B}, which is cut at the first dot when it is read. */
    private static Optional<Node> attributePath(Node argument) {
        if (argument instanceof ScalarNode scalar) {
            return scalar.isString() && !scalar.text().contains(".") ? Optional.of(argument) : Optional.empty();
        }
        List<Node> path = argument.asSequence().map(SequenceNode::items).orElse(List.of());
        boolean joined = path.size() == 2
                && path.get(0) instanceof ScalarNode resource
                && path.get(1) instanceof ScalarNode attribute
                && resource.isString()
                && attribute.isString()
                && !resource.text().contains(".");
        return Optional.of(
                joined
                        ? ScalarNode.string(
                                path.get(0).asText().orElseThrow()
                                        + "."
                                        + path.get(1).asText().orElseThrow(),
                                argument.mark())
                        : argument);
    }
}

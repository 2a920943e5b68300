package io.github.sammaven.core.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the tree as YAML in block style. One use each. */
final class YamlTreeWriter {

    private static final int STEP = 2;

    /** YAML finds a key without a question mark only within 1024 characters. */
    private static final int MAX_SIMPLE_KEY = 1000;

    private final StringBuilder out = new StringBuilder();

    String write(MappingNode root) {
        if (root.size() == 0) {
            return "{}\n";
        }
        entries(root, 0);
        return out.toString();
    }

    /** The first entry goes where the line stands, the others below it. */
    private void entries(MappingNode mapping, int indent) {
        boolean first = true;
        for (Map.Entry<String, Node> entry : mapping.entries().entrySet()) {
            if (!first) {
                indent(indent);
            }
            first = false;
            String key = YamlScalar.key(entry.getKey());
            if (key.length() > MAX_SIMPLE_KEY) {
                out.append("? ").append(key).append('\n');
                indent(indent);
            } else {
                out.append(key);
            }
            out.append(':');
            value(entry.getValue(), indent, false);
        }
    }

    private void items(SequenceNode sequence, int indent) {
        boolean first = true;
        for (Node item : sequence.items()) {
            if (!first) {
                indent(indent);
            }
            first = false;
            out.append('-');
            value(item, indent, true);
        }
    }

    /**
     * What follows a colon or dash, to the end of its last line.
     *
     * @param indent of the colon's or dash's collection
     * @param compact whether a collection starts on the same line
     */
    private void value(Node node, int indent, boolean compact) {
        Optional<Tagged> tagged = Tagged.of(node);
        if (tagged.isPresent()) {
            out.append(' ').append(tagged.get().tag());
            content(tagged.get().argument(), indent, false);
        } else {
            content(node, indent, compact);
        }
    }

    private void content(Node node, int indent, boolean compact) {
        if (node instanceof MappingNode mapping && mapping.size() > 0) {
            start(indent, compact);
            entries(mapping, indent + STEP);
        } else if (node instanceof SequenceNode sequence && !sequence.items().isEmpty()) {
            start(indent, compact);
            items(sequence, indent + STEP);
        } else if (node instanceof ScalarNode scalar) {
            out.append(' ').append(YamlScalar.value(scalar, indent + STEP)).append('\n');
        } else {
            out.append(node instanceof MappingNode ? " {}\n" : " []\n");
        }
    }

    private void start(int indent, boolean compact) {
        if (compact) {
            out.append(' ');
        } else {
            out.append('\n');
            indent(indent + STEP);
        }
    }

    private void indent(int indent) {
        out.append(" ".repeat(indent));
    }

    /** A function that can be written with its tag and is then read back as the same. */
    private record Tagged(String tag, Node argument) {

        static Optional<Tagged> of(Node node) {
            return Intrinsic.of(node)
                    .filter(call -> call.node().isShortTag())
                    .filter(call -> call.tag().matches("![A-Za-z0-9]+")
                            && Intrinsic.nameOfTag(call.tag().substring(1)).equals(call.name()))
                    .flatMap(call -> argument(call).map(argument -> new Tagged(call.tag(), argument)));
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
}

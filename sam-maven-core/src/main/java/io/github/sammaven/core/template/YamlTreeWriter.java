package io.github.sammaven.core.template;

import java.util.Map;
import java.util.Optional;

/** Writes the tree, or a part of it, as YAML in block style. One use each. */
final class YamlTreeWriter {

    /** The width of a dash and the blank after it. */
    private static final int DASH = 2;

    /** YAML finds a key without a question mark only within 1024 characters. */
    private static final int MAX_SIMPLE_KEY = 1000;

    private final StringBuilder out = new StringBuilder();
    private final BlockStyle style;

    YamlTreeWriter(BlockStyle style) {
        this.style = style;
    }

    /** What follows the colon or dash of a collection indented by {@code indent}, without the last line end. */
    String value(Node node, int indent, boolean item) {
        value(node, item, indent);
        return out.substring(0, out.length() - 1);
    }

    /** {@code key: value}, without the last line end. */
    String entry(String key, Node node, int indent) {
        entries(MappingNode.of(key, node), indent);
        return out.substring(0, out.length() - 1);
    }

    /** {@code - value}, without the last line end. */
    String item(Node node, int indent) {
        items(SequenceNode.of(node), indent);
        return out.substring(0, out.length() - 1);
    }

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
            value(entry.getValue(), false, indent);
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
            value(item, true, indent);
        }
    }

    /**
     * What follows a colon or dash, to the end of its last line.
     *
     * @param item whether it is a dash; a collection then starts on the same line
     * @param indent of the colon's or dash's collection
     */
    private void value(Node node, boolean item, int indent) {
        Optional<TaggedFunction> tagged = TaggedFunction.of(node);
        if (tagged.isPresent()) {
            out.append(' ').append(tagged.get().tag());
            content(tagged.get().argument(), indent, indent + style.mapping(), indent + style.mapping());
        } else if (item && !(node instanceof ScalarNode)) {
            compact(node, indent + DASH);
        } else {
            content(node, indent, indent + style.mapping(), indent + style.list());
        }
    }

    private void compact(Node node, int indent) {
        out.append(' ');
        if (node instanceof MappingNode mapping && mapping.size() > 0) {
            entries(mapping, indent);
        } else if (node instanceof SequenceNode sequence && !sequence.items().isEmpty()) {
            items(sequence, indent);
        } else {
            out.append(node instanceof MappingNode ? "{}\n" : "[]\n");
        }
    }

    private void content(Node node, int indent, int mappingIndent, int listIndent) {
        if (node instanceof MappingNode mapping && mapping.size() > 0) {
            out.append('\n');
            indent(mappingIndent);
            entries(mapping, mappingIndent);
        } else if (node instanceof SequenceNode sequence && !sequence.items().isEmpty()) {
            out.append('\n');
            indent(listIndent);
            items(sequence, listIndent);
        } else if (node instanceof ScalarNode scalar) {
            out.append(' ').append(scalar(scalar, indent)).append('\n');
        } else {
            out.append(node instanceof MappingNode ? " {}\n" : " []\n");
        }
    }

    private String scalar(ScalarNode scalar, int indent) {
        return style.literals() ? YamlScalar.value(scalar, indent, style.mapping()) : YamlScalar.value(scalar);
    }

    private void indent(int indent) {
        out.append(" ".repeat(indent));
    }
}

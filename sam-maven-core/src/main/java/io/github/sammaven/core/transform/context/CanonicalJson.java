package io.github.sammaven.core.transform.context;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.NodeVisitor;
import io.github.sammaven.core.template.ScalarKind;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * JSON to the letter as Python's {@code json.dumps} writes it, since ids and documents of the transform are made of that
 * text: ASCII only, floats in their shortest form with a fraction or an exponent.
 */
public final class CanonicalJson {

    private static final Comparator<Map.Entry<String, Node>> BY_CODE_POINT =
            Comparator.comparing(Map.Entry::getKey, CanonicalJson::compareCodePoints);

    private CanonicalJson() {}

    /** Without blanks, keys sorted by code point. */
    public static String compact(Node node) {
        return write(node, ",", ":", true, 0);
    }

    /** On one line with a blank after {@code ,} and {@code :}, keys in their order. */
    public static String spaced(Node node) {
        return write(node, ", ", ": ", false, 0);
    }

    /** On lines indented by four blanks a level, keys sorted by code point. */
    public static String indented(Node node) {
        return write(node, ",", ": ", true, 4);
    }

    private static String write(Node node, String comma, String colon, boolean sorted, int indent) {
        Writer writer = new Writer(comma, colon, sorted, indent);
        node.accept(writer);
        return writer.out.toString();
    }

    static int compareCodePoints(String left, String right) {
        int length = Math.min(left.length(), right.length());
        for (int index = 0; index < length; index++) {
            char a = left.charAt(index);
            char b = right.charAt(index);
            if (a != b) {
                boolean bothOrNone = Character.isSurrogate(a) == Character.isSurrogate(b);
                return bothOrNone ? Character.compare(a, b) : Character.isSurrogate(a) ? 1 : -1;
            }
        }
        return Integer.compare(left.length(), right.length());
    }

    private static final class Writer implements NodeVisitor<Void> {

        private static final String HEX = "0123456789abcdef";

        private final StringBuilder out = new StringBuilder();
        private final String comma;
        private final String colon;
        private final boolean sorted;
        private final int indent;
        private int depth;

        Writer(String comma, String colon, boolean sorted, int indent) {
            this.comma = comma;
            this.colon = colon;
            this.sorted = sorted;
            this.indent = indent;
        }

        @Override
        public Void mapping(MappingNode node) {
            List<Map.Entry<String, Node>> entries =
                    new ArrayList<>(node.entries().entrySet());
            if (sorted) {
                entries.sort(BY_CODE_POINT);
            }
            Iterator<Map.Entry<String, Node>> rest = entries.iterator();
            open('{');
            while (rest.hasNext()) {
                newLine();
                Map.Entry<String, Node> entry = rest.next();
                quoted(entry.getKey());
                out.append(colon);
                entry.getValue().accept(this);
                separate(rest);
            }
            close('}', !entries.isEmpty());
            return null;
        }

        @Override
        public Void sequence(SequenceNode node) {
            Iterator<Node> rest = node.items().iterator();
            open('[');
            while (rest.hasNext()) {
                newLine();
                rest.next().accept(this);
                separate(rest);
            }
            close(']', !node.items().isEmpty());
            return null;
        }

        @Override
        public Void scalar(ScalarNode node) {
            if (node.isString()) {
                quoted(node.text());
            } else {
                out.append(node.kind() == ScalarKind.FLOAT ? ShortestFloat.of(node.text()) : node.text());
            }
            return null;
        }

        private void open(char bracket) {
            out.append(bracket);
            depth++;
        }

        private void close(char bracket, boolean filled) {
            depth--;
            if (filled) {
                newLine();
            }
            out.append(bracket);
        }

        private void newLine() {
            if (indent > 0) {
                out.append('\n').append(" ".repeat(indent * depth));
            }
        }

        private void separate(Iterator<?> rest) {
            if (rest.hasNext()) {
                out.append(comma);
            }
        }

        private void quoted(String text) {
            out.append('"');
            for (int index = 0; index < text.length(); index++) {
                char character = text.charAt(index);
                switch (character) {
                    case '"' -> out.append("\\\"");
                    case '\\' -> out.append("\\\\");
                    case '\n' -> out.append("\\n");
                    case '\r' -> out.append("\\r");
                    case '\t' -> out.append("\\t");
                    case '\f' -> out.append("\\f");
                    case '\b' -> out.append("\\b");
                    default -> plain(character);
                }
            }
            out.append('"');
        }

        private void plain(char character) {
            if (character >= ' ' && character <= '~') {
                out.append(character);
                return;
            }
            out.append("\\u");
            for (int shift = 12; shift >= 0; shift -= 4) {
                out.append(HEX.charAt(character >> shift & 0xf));
            }
        }
    }
}

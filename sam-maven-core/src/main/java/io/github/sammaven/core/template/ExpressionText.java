package io.github.sammaven.core.template;

import java.util.List;
import java.util.Optional;

/** The short form of an expression for messages. */
public final class ExpressionText {

    private static final int MAX_LENGTH = 60;

    private ExpressionText() {}

    /** {@code !GetAtt Table.StreamArn}; long arguments are cut. */
    public static String of(Intrinsic call) {
        StringBuilder text = new StringBuilder(call.tag()).append(' ');
        if (call.is(Intrinsic.GET_ATT) && call.argument() instanceof SequenceNode path) {
            List<Node> items = path.items();
            for (int i = 0; i < items.size() && text.length() <= MAX_LENGTH; i++) {
                text.append(i == 0 ? "" : ".");
                append(items.get(i), text);
            }
        } else {
            append(call.argument(), text);
        }
        return text.length() <= MAX_LENGTH ? text.toString() : text.substring(0, MAX_LENGTH - 3) + "...";
    }

    private static void append(Node node, StringBuilder text) {
        if (text.length() > MAX_LENGTH) {
            return;
        }
        if (node instanceof ScalarNode scalar) {
            text.append(scalar.text(), 0, Math.min(scalar.text().length(), MAX_LENGTH));
        } else if (node instanceof SequenceNode sequence) {
            text.append('[');
            String separator = "";
            for (Node item : sequence.items()) {
                if (text.length() > MAX_LENGTH) {
                    return;
                }
                text.append(separator);
                separator = ", ";
                append(item, text);
            }
            text.append(']');
        } else if (node instanceof MappingNode mapping) {
            append(mapping, text);
        }
    }

    private static void append(MappingNode mapping, StringBuilder text) {
        Optional<Intrinsic> call = Intrinsic.of(mapping);
        if (call.isPresent()) {
            text.append(of(call.get()));
            return;
        }
        text.append('{');
        String separator = "";
        for (var entry : mapping.entries().entrySet()) {
            if (text.length() > MAX_LENGTH) {
                return;
            }
            text.append(separator).append(entry.getKey()).append(": ");
            separator = ", ";
            append(entry.getValue(), text);
        }
        text.append('}');
    }
}

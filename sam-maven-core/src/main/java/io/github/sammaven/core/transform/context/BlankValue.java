package io.github.sammaven.core.transform.context;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import java.util.Optional;

/** Values that many properties treat as if they were absent: null, false, 0 and whatever is empty. */
public final class BlankValue {

    private BlankValue() {}

    public static boolean is(Node node) {
        if (node instanceof MappingNode mapping) {
            return mapping.size() == 0;
        }
        if (node instanceof SequenceNode sequence) {
            return sequence.items().isEmpty();
        }
        return node instanceof ScalarNode scalar && isBlank(scalar);
    }

    private static boolean isBlank(ScalarNode scalar) {
        return switch (scalar.kind()) {
            case NULL -> true;
            case BOOLEAN -> scalar.equals(ScalarNode.bool(false));
            case INTEGER -> scalar.text().equals("0");
            case STRING -> scalar.text().isEmpty();
            default -> false;
        };
    }

    /** The value of {@code key} unless it is blank. */
    public static Optional<Node> given(MappingNode mapping, String key) {
        return mapping.get(key).filter(value -> !is(value));
    }
}

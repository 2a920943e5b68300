package io.github.sammaven.core.transform.openapi;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import java.util.Optional;

/** Values that the hosted macro treats as not given: null, false, zero, the empty text, list and mapping. */
final class Blank {

    private Blank() {}

    static boolean isBlank(Node node) {
        if (node instanceof MappingNode mapping) {
            return mapping.size() == 0;
        }
        if (node instanceof SequenceNode sequence) {
            return sequence.items().isEmpty();
        }
        return node instanceof ScalarNode scalar && isBlank(scalar);
    }

    /** The value of {@code key} unless it is blank. */
    static Optional<Node> given(MappingNode mapping, String key) {
        return mapping.get(key).filter(value -> !isBlank(value));
    }

    private static boolean isBlank(ScalarNode scalar) {
        return switch (scalar.kind()) {
            case NULL -> true;
            case BOOLEAN -> scalar.text().equals("false");
            case INTEGER -> scalar.text().equals("0");
            case STRING -> scalar.text().isEmpty();
            default -> false;
        };
    }
}

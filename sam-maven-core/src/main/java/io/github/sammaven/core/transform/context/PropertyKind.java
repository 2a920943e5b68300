package io.github.sammaven.core.transform.context;

import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarKind;
import java.util.Locale;

/** What a property may be written as. */
enum PropertyKind {
    ANY("anything"),
    STRING("a string"),
    NUMBER("a number"),
    BOOLEAN("true or false"),
    MAP("a mapping"),
    LIST("a list");

    private final String shown;

    PropertyKind(String shown) {
        this.shown = shown;
    }

    static PropertyKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    String shown() {
        return shown;
    }

    boolean accepts(Node node) {
        return switch (this) {
            case ANY -> true;
            case STRING -> node.asScalar().isPresent();
            case NUMBER ->
                node.asScalar()
                        .filter(value -> value.kind() == ScalarKind.INTEGER || value.kind() == ScalarKind.FLOAT)
                        .isPresent();
            case BOOLEAN ->
                node.asScalar()
                        .filter(value -> value.kind() == ScalarKind.BOOLEAN)
                        .isPresent();
            case MAP -> node.asMapping().isPresent();
            case LIST -> node.asSequence().isPresent();
        };
    }
}

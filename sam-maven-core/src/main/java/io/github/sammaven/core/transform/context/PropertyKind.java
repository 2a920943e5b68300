package io.github.sammaven.core.transform.context;

import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarKind;
import io.github.sammaven.core.template.ScalarNode;
import java.util.Locale;

/** What a property may be written as. */
enum PropertyKind {
    ANY("anything", "anything"),
    STRING("a string", "strings"),
    INTEGER("a whole number", "whole numbers"),
    FLOAT("a number with a point", "numbers with a point"),
    NUMBER("a number", "numbers"),
    BOOLEAN("true or false", "true or false"),
    MAP("a mapping", "mappings"),
    LIST("a list", "lists"),
    INTRINSIC("an intrinsic function", "intrinsic functions");

    private final String shown;
    private final String plural;

    PropertyKind(String shown, String plural) {
        this.shown = shown;
        this.plural = plural;
    }

    static PropertyKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    String shown() {
        return shown;
    }

    String plural() {
        return plural;
    }

    boolean accepts(Node node) {
        return switch (this) {
            case ANY -> true;
            case STRING -> is(node, ScalarKind.STRING);
            // SAM takes true and false for 1 and 0.
            case INTEGER -> is(node, ScalarKind.INTEGER) || is(node, ScalarKind.BOOLEAN);
            case NUMBER -> is(node, ScalarKind.INTEGER) || is(node, ScalarKind.FLOAT) || is(node, ScalarKind.BOOLEAN);
            case FLOAT -> is(node, ScalarKind.FLOAT);
            case BOOLEAN -> is(node, ScalarKind.BOOLEAN);
            case MAP -> node.asMapping().isPresent();
            case LIST -> node.asSequence().isPresent();
            case INTRINSIC ->
                node.asMapping().filter(mapping -> mapping.size() == 1).isPresent();
        };
    }

    private static boolean is(Node node, ScalarKind kind) {
        return node instanceof ScalarNode scalar && scalar.kind() == kind;
    }
}

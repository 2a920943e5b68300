package io.github.sammaven.core.config;

import io.github.sammaven.core.problem.SourceMark;

/**
 * A single value.
 *
 * @param text its text; a boolean is {@code true} or {@code false}, a null is empty
 */
record ScalarValue(Kind kind, String text, SourceMark mark) implements ConfigValue {

    enum Kind {
        STRING("a string"),
        BOOLEAN("a boolean"),
        INTEGER("an integer"),
        FLOAT("a decimal number"),
        DATE("a date"),
        NULL("nothing");

        private final String shown;

        Kind(String shown) {
            this.shown = shown;
        }
    }

    static ScalarValue string(String text, SourceMark mark) {
        return new ScalarValue(Kind.STRING, text, mark);
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }

    @Override
    public String kindName() {
        return kind.shown;
    }
}

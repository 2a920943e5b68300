package io.github.sammaven.core.template;

/** What a plain value is read as. */
public enum ScalarKind {
    STRING("a string"),
    /** Text is the decimal form. */
    INTEGER("a number"),
    /** Text is a JSON number. */
    FLOAT("a number"),
    /** Text is {@code true} or {@code false}. */
    BOOLEAN("a boolean"),
    /** Text is {@code null}. */
    NULL("null");

    private final String kindName;

    ScalarKind(String kindName) {
        this.kindName = kindName;
    }

    String kindName() {
        return kindName;
    }
}

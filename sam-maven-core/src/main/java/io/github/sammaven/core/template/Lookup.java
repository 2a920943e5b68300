package io.github.sammaven.core.template;

/** What a name stands for. */
sealed interface Lookup {

    record Found(Node value) implements Lookup {}

    /**
     * Only AWS knows.
     *
     * @param reason a clause
     */
    record Unknown(String reason) implements Lookup {}

    /**
     * It can never work.
     *
     * @param message continues a sentence that starts with the expression
     * @param suggestion the way out, may be empty
     */
    record Wrong(String message, String suggestion) implements Lookup {}

    /** {@code AWS::NoValue}. */
    record Removed() implements Lookup {}

    static Lookup text(String value) {
        return new Found(ScalarNode.string(value));
    }
}

package io.github.sammaven.core.template;

/** What a part of a template comes to. */
sealed interface Answer {

    /** All of it is known. */
    record Known(Node value) implements Answer {}

    /** Expressions remain in it; the evaluation has noted which and why. */
    record Open(Node value) implements Answer {}

    /** It is {@code AWS::NoValue}: the property or list item is not there. */
    record Removed() implements Answer {}
}

package io.github.sammaven.core.function;

/** One entry of a function's {@code Layers}. */
public sealed interface LayerReference {

    /**
     * A layer of the same template, or of another stack of the same tree.
     *
     * @param id its logical id, behind the path of its stack if that is nested
     */
    record InTemplate(String id) implements LayerReference {}

    /**
     * A layer published elsewhere.
     *
     * @param arn its version's ARN, or the expression that gives it
     */
    record Published(String arn) implements LayerReference {}
}

package io.github.sammaven.core.function;

/** One entry of a function's {@code Layers}. */
public sealed interface LayerReference {

    /**
     * A layer of the same template.
     *
     * @param logicalId its logical id
     */
    record InTemplate(String logicalId) implements LayerReference {}

    /**
     * A layer published elsewhere.
     *
     * @param arn its version's ARN, or the expression that gives it
     */
    record Published(String arn) implements LayerReference {}
}

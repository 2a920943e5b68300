package io.github.sammaven.core.template;

import io.github.sammaven.core.problem.SourceMark;
import java.util.Optional;

/**
 * A part of a template: a mapping, a sequence or a scalar. Immutable; the position takes no part in equality.
 * Intrinsic functions stay in their long form; {@link Intrinsic} is a view over them.
 */
public sealed interface Node permits MappingNode, SequenceNode, ScalarNode {

    /** Where the value starts. */
    SourceMark mark();

    <R> R accept(NodeVisitor<R> visitor);

    /** {@code a mapping}, {@code a list}, {@code a string}, ... for messages. */
    String kindName();

    default Optional<MappingNode> asMapping() {
        return Optional.empty();
    }

    default Optional<SequenceNode> asSequence() {
        return Optional.empty();
    }

    default Optional<ScalarNode> asScalar() {
        return Optional.empty();
    }

    /** The text of a scalar that is not null, whatever its kind: {@code 3} and {@code "3"} both give {@code 3}. */
    default Optional<String> asText() {
        return Optional.empty();
    }

    default boolean isNull() {
        return false;
    }
}

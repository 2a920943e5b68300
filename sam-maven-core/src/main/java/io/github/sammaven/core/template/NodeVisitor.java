package io.github.sammaven.core.template;

/** One method for each kind of {@link Node}. */
public interface NodeVisitor<R> {

    R mapping(MappingNode node);

    R sequence(SequenceNode node);

    R scalar(ScalarNode node);
}

package io.github.sammaven.core.transform.event;

import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.transform.context.InvalidResourceException;
import io.github.sammaven.core.transform.context.SamResource;
import io.github.sammaven.core.transform.generate.ResourceEvent;
import java.util.Optional;

/**
 * An entry of {@code Events} of a state machine.
 *
 * @param stateMachine the state machine it belongs to
 * @param key its key in {@code Events}
 * @param properties its properties, empty if there are none
 * @param mark where the entry is
 * @param target ARN of what the source shall start: the state machine or its alias
 */
public record StateMachineEvent(
        SamResource stateMachine, String key, MappingNode properties, SourceMark mark, Node target)
        implements ResourceEvent {

    @Override
    public SamResource owner() {
        return stateMachine;
    }

    @Override
    public String logicalId() {
        return stateMachine.logicalId() + key;
    }

    @Override
    public Optional<Node> get(String property) {
        return properties.get(property).filter(value -> !value.isNull());
    }

    @Override
    public InvalidResourceException invalid(Node part, String message, String suggestion) {
        return InvalidResourceException.ofEvent(
                stateMachine.logicalId(),
                key,
                part.mark().isKnown() ? part.mark() : mark,
                "%s: event %s: %s".formatted(stateMachine.logicalId(), key, message),
                suggestion);
    }
}

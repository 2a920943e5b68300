package io.github.sammaven.core.transform.event;

import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.transform.context.InvalidResourceException;
import io.github.sammaven.core.transform.context.SamResource;
import io.github.sammaven.core.transform.generate.LambdaTarget;
import io.github.sammaven.core.transform.generate.ResourceEvent;
import java.util.Optional;

/**
 * An entry of {@code Events} of a function.
 *
 * @param function the function it belongs to
 * @param key its key in {@code Events}
 * @param properties its properties, empty if there are none
 * @param mark where the entry is
 * @param target what the source shall call
 */
public record FunctionEvent(
        SamResource function, String key, MappingNode properties, SourceMark mark, LambdaTarget target)
        implements ResourceEvent {

    @Override
    public SamResource owner() {
        return function;
    }

    @Override
    public String logicalId() {
        return function.logicalId() + key;
    }

    @Override
    public Optional<Node> get(String property) {
        return properties.get(property).filter(value -> !value.isNull());
    }

    public InvalidResourceException invalid(String message, String suggestion) {
        return invalidAt(mark, message, suggestion);
    }

    @Override
    public InvalidResourceException invalid(Node part, String message, String suggestion) {
        return invalidAt(part.mark().isKnown() ? part.mark() : mark, message, suggestion);
    }

    private InvalidResourceException invalidAt(SourceMark place, String message, String suggestion) {
        return InvalidResourceException.ofEvent(
                function.logicalId(),
                key,
                place,
                "%s: event %s: %s".formatted(function.logicalId(), key, message),
                suggestion);
    }
}

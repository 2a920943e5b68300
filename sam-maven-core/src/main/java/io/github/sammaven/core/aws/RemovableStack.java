package io.github.sammaven.core.aws;

import java.util.List;
import java.util.Optional;

/**
 * A stack as seen by whoever may delete it.
 *
 * @param stack the stack
 * @param terminationProtection whether the service refuses to delete it
 * @param parentId id of the stack it is nested in
 * @param rootId id of the outermost of those
 * @param parameterValues values of its parameters; those that are secret are masked
 */
public record RemovableStack(
        StackDescription stack,
        boolean terminationProtection,
        Optional<String> parentId,
        Optional<String> rootId,
        List<String> parameterValues) {

    public RemovableStack {
        parameterValues = List.copyOf(parameterValues);
    }

    public String id() {
        return stack.id();
    }

    public String name() {
        return stack.name();
    }

    public String status() {
        return stack.status();
    }
}

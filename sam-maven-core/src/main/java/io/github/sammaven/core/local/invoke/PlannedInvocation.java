package io.github.sammaven.core.local.invoke;

import java.util.Optional;

/**
 * A call to make and what it must come to.
 *
 * @param name what reports call it
 * @param function the function
 * @param event what it gets, JSON; not to be changed afterwards
 * @param tenantId who it is for; empty for a function that does not part its tenants
 * @param expected what it must answer
 */
public record PlannedInvocation(
        String name, LocalFunction function, byte[] event, Optional<String> tenantId, ExpectedOutcome expected) {

    /** A call for nobody in particular. */
    public PlannedInvocation(String name, LocalFunction function, byte[] event, ExpectedOutcome expected) {
        this(name, function, event, Optional.empty(), expected);
    }
}

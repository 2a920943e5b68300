package io.github.sammaven.core.local.invoke;

/**
 * A call to make and what it must come to.
 *
 * @param function the function
 * @param event what it gets, JSON; not to be changed afterwards
 * @param expected what it must answer
 */
public record PlannedInvocation(LocalFunction function, byte[] event, ExpectedOutcome expected) {}

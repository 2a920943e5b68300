package io.github.sammaven.core.local.invoke;

/**
 * A call to make and what it must come to.
 *
 * @param function the function
 * @param event what it gets
 * @param expected what it must answer
 */
public record PlannedInvocation(LocalFunction function, EventText event, ExpectedOutcome expected) {}

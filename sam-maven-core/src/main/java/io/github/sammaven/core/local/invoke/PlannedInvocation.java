package io.github.sammaven.core.local.invoke;

/**
 * A call to make and what it must come to.
 *
 * @param name what reports call it
 * @param function the function
 * @param event what it gets, JSON; not to be changed afterwards
 * @param expected what it must answer
 */
public record PlannedInvocation(String name, LocalFunction function, byte[] event, ExpectedOutcome expected) {}

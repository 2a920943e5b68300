package io.github.sammaven.core.template;

import io.github.sammaven.core.problem.SourceMark;

/**
 * An expression whose value only AWS knows.
 *
 * @param mark where it is
 * @param expression short form for messages, {@code !GetAtt Table.StreamArn}
 * @param reason why it is not known, a clause such as {@code the attribute exists only after deployment}
 */
public record Unresolved(SourceMark mark, String expression, String reason) {}

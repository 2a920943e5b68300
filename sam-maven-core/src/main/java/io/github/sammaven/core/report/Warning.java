package io.github.sammaven.core.report;

import io.github.sammaven.core.problem.Problem;

/**
 * Something that does not stop the goal but should be seen.
 *
 * @param problem what, where, and what to do
 */
public record Warning(Problem problem) implements SamEvent {}

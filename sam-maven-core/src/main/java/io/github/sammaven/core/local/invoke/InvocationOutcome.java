package io.github.sammaven.core.local.invoke;

import io.github.sammaven.core.problem.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a planned call came to.
 *
 * @param call as planned
 * @param result how it ended; empty if it could not be made
 * @param problems an error for each difference to what was expected, or why it could not be made
 * @param took as the caller saw it, with the start of the function if it was not warm
 * @param log what the function printed, and the platform's lines around it
 */
public record InvocationOutcome(
        PlannedInvocation call,
        Optional<InvocationResult> result,
        List<Problem> problems,
        Duration took,
        List<String> log) {

    public InvocationOutcome {
        problems = List.copyOf(problems);
        log = List.copyOf(log);
    }

    /** Whether all is as expected. */
    public boolean passed() {
        return problems.isEmpty();
    }
}

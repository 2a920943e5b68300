package io.github.sammaven.core.deploy;

import io.github.sammaven.core.aws.StackDescription;
import io.github.sammaven.core.aws.StackGateway;
import io.github.sammaven.core.deploy.follow.StackState;
import io.github.sammaven.core.deploy.poll.Poller;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.report.EventSink;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/** What every step of a deployment works with. */
record DeployContext(StackGateway gateway, Poller poller, EventSink sink, InstantSource clock) {

    /**
     * The answer of a call that may be repeated, asked again as long as it fails for a reason that may pass.
     *
     * @param what what is being done, a clause such as {@code the change set is being made}
     */
    <T> T patiently(String what, Instant deadline, Supplier<T> call) {
        return waitFor(what, deadline, () -> Optional.of(call.get()));
    }

    /**
     * The stack once nothing runs on it; empty if it is gone.
     *
     * @param what what is being waited for, a clause
     */
    Optional<StackDescription> settled(String stackId, String what, Instant deadline) {
        return waitFor(what, deadline, () -> {
                    Optional<StackDescription> now = gateway.describe(stackId);
                    boolean runs = now.filter(stack -> !StackState.isFinal(stack.status()))
                            .isPresent();
                    return runs ? Optional.empty() : Optional.of(now);
                })
                .filter(stack -> !stack.status().equals("DELETE_COMPLETE"));
    }

    /** The first answer of {@code question}. */
    <T> T waitFor(String what, Instant deadline, Supplier<Optional<T>> question) {
        try {
            return poller.until(deadline, question);
        } catch (Poller.DeadlineException late) {
            throw new SamException(
                    what + ": the time to wait is over",
                    "run the same command again, with more time if needed: -Dsam.maxWaitDuration=MINUTES",
                    late);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new SamException(
                    what + ": interrupted", "run the same command again: it takes up what was begun", interrupt);
        }
    }
}

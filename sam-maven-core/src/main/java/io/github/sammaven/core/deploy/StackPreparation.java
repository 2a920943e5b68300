package io.github.sammaven.core.deploy;

import io.github.sammaven.core.aws.StackDescription;
import io.github.sammaven.core.deploy.follow.StackState;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.report.Note;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Brings a stack into a state that a deployment can start from. */
final class StackPreparation {

    private final DeployContext context;
    private final StackRecovery recovery;
    private final boolean waitForRunning;

    StackPreparation(DeployContext context, StackRecovery recovery, boolean waitForRunning) {
        this.context = context;
        this.recovery = recovery;
        this.waitForRunning = waitForRunning;
    }

    /**
     * A stack on which nothing runs.
     *
     * @param stack empty if there is none
     * @param joined whether it was brought into this state by an operation that was joined
     */
    record Prepared(Optional<StackDescription> stack, boolean joined) {}

    /**
     * @param content of the deployment, to know an operation that has begun it already; empty to join none
     * @param join follows such an operation to its end
     * @throws SamException if the stack is not free and must not be made so
     */
    Prepared prepare(
            String stackName, Optional<Fingerprint> content, UnaryOperator<StackDescription> join, Instant deadline) {
        Optional<StackDescription> stack = context.gateway().describe(stackName);
        boolean joined = false;
        while (stack.isPresent()) {
            StackDescription now = stack.get();
            if (isRunning(now)) {
                if (!joined && content.filter(wanted -> isDoneBy(now, wanted)).isPresent()) {
                    stack = Optional.of(join.apply(now));
                    joined = true;
                } else {
                    stack = waited(now, deadline);
                }
            } else if (StackRecovery.concerns(now)) {
                stack = recovery.recover(now, deadline);
            } else {
                break;
            }
        }
        StackState.operation(stack);
        return new Prepared(stack.filter(found -> !found.status().equals("DELETE_COMPLETE")), joined);
    }

    private static boolean isRunning(StackDescription stack) {
        return !StackState.isFinal(stack.status()) && !StackState.isShell(stack);
    }

    private static boolean isDoneBy(StackDescription stack, Fingerprint content) {
        return !stack.status().startsWith("DELETE_")
                && stack.changeSetId().filter(content::isIn).isPresent();
    }

    private Optional<StackDescription> waited(StackDescription stack, Instant deadline) {
        String what = "the stack " + stack.name() + " is in " + stack.status() + ": another operation is running on it";
        if (!waitForRunning) {
            throw new SamException(
                    what,
                    "wait until it has ended, then deploy again; or let the deployment wait: -Dsam.waitForRunning=true",
                    null);
        }
        context.sink().accept(new Note("T" + what.substring(1) + ". Waiting for its end"));
        return context.settled(stack.id(), what, deadline);
    }
}

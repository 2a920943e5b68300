package io.github.sammaven.core.deploy;

import io.github.sammaven.core.aws.StackDescription;
import io.github.sammaven.core.deploy.follow.StackState;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.report.Note;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Brings stacks back into use that are stuck after a failure. One whose creation failed never held anything and is
 * deleted; an update that could not be undone is undone once more.
 */
final class StackRecovery {

    private static final Set<String> STUCK_AT_CREATION = Set.of("ROLLBACK_COMPLETE", "ROLLBACK_FAILED");
    private static final String DELETE_FAILED = "DELETE_FAILED";
    private static final String UPDATE_ROLLBACK_FAILED = "UPDATE_ROLLBACK_FAILED";

    private static final String HINT = "\n" + StackState.RECOVERY_HINT;

    private final DeployContext context;
    private final RecoveryConsent consent;

    StackRecovery(DeployContext context, RecoveryConsent consent) {
        this.context = context;
        this.consent = consent;
    }

    /** Whether there is something to do. */
    static boolean concerns(StackDescription stack) {
        String status = stack.status();
        return STUCK_AT_CREATION.contains(status)
                || status.equals(DELETE_FAILED)
                || status.equals(UPDATE_ROLLBACK_FAILED);
    }

    /**
     * @return the stack afterwards; empty if it is gone
     * @throws SamException if it may not be done, or does not work
     */
    Optional<StackDescription> recover(StackDescription stack, Instant deadline) {
        if (!consent.isPossible()) {
            throw obstacle(stack, HINT);
        }
        return stack.status().equals(UPDATE_ROLLBACK_FAILED) ? undo(stack, deadline) : delete(stack, deadline);
    }

    private Optional<StackDescription> delete(StackDescription stack, Instant deadline) {
        StackPast past = stack.status().equals("ROLLBACK_COMPLETE") ? null : past(stack, deadline);
        if (past != null && past.hasLived()) {
            throw obstacle(stack, "");
        }
        List<String> leftovers = past == null ? List.of() : past.leftovers();
        String holds =
                leftovers.isEmpty() ? "it holds nothing" : "only these are left of it: " + String.join(", ", leftovers);
        String state = "the stack " + stack.name() + " is in " + stack.status() + ": it was never in use, " + holds;
        ask(stack, "The" + state.substring(3) + ". Delete it and create it anew?");
        context.sink().accept(new Note("The" + state.substring(3) + ". It is deleted and created anew"));
        context.gateway().deleteStack(stack.id());
        Optional<StackDescription> after =
                context.settled(stack.id(), "the stack " + stack.name() + " is being deleted", deadline);
        after.ifPresent(left -> {
            throw obstacle(left, "");
        });
        return after;
    }

    private StackPast past(StackDescription stack, Instant deadline) {
        return context.patiently(
                "the events of " + stack.name() + " are being read",
                deadline,
                () -> StackPast.of(stack.id(), context.gateway()));
    }

    private Optional<StackDescription> undo(StackDescription stack, Instant deadline) {
        String state = "The stack " + stack.name() + " is in " + stack.status();
        ask(stack, state + ": an update could not be undone. Try to undo it once more?");
        context.sink().accept(new Note(state + ". Its rollback is continued"));
        context.gateway().continueRollback(stack.id());
        Optional<StackDescription> after =
                context.settled(stack.id(), "the rollback of " + stack.name() + " is continued", deadline);
        after.filter(StackRecovery::concerns).ifPresent(stuck -> {
            throw obstacle(stuck, "");
        });
        return after;
    }

    private void ask(StackDescription stack, String question) {
        if (!consent.given(question)) {
            throw obstacle(stack, HINT);
        }
    }

    private static SamException obstacle(StackDescription stack, String more) {
        try {
            StackState.operation(Optional.of(stack));
        } catch (SamException stuck) {
            return new SamException(
                    stuck.problems().stream()
                            .map(problem -> new Problem(
                                    problem.severity(), problem.mark(), problem.message(), problem.suggestion() + more))
                            .toList(),
                    stuck.getCause());
        }
        throw new IllegalStateException(stack.status());
    }
}

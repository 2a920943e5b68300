package io.github.sammaven.core.deploy;

import io.github.sammaven.core.aws.ChangeSetId;
import io.github.sammaven.core.aws.StackDescription;
import io.github.sammaven.core.aws.StackRefusedException;
import io.github.sammaven.core.deploy.follow.FailedDeployment;
import io.github.sammaven.core.deploy.follow.StackEvents;
import io.github.sammaven.core.deploy.follow.StackFollower;
import io.github.sammaven.core.deploy.follow.StackState;
import io.github.sammaven.core.deploy.follow.StackWatch;
import io.github.sammaven.core.deploy.origin.ResourceMarks;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.report.Note;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Carries out change sets and tells the events until the stack has its final state. */
final class Execution {

    private static final Set<String> NEVER_LIVED = Set.of("CREATE_FAILED", "ROLLBACK_COMPLETE", "ROLLBACK_FAILED");

    private final DeployContext context;
    private final StackWatch watch;
    private final ResourceMarks marks;
    private final Rules rules;

    /**
     * How an operation is carried out.
     *
     * @param disableRollback whether the call says that resources stay as they are when one of them fails
     * @param deleteOnFailure whether a stack that was to be created and could not be is deleted
     * @param started when the deployment began
     * @param deadline how long to wait
     */
    record Rules(boolean disableRollback, boolean deleteOnFailure, Instant started, Instant deadline) {}

    Execution(DeployContext context, StackWatch watch, ResourceMarks marks, Rules rules) {
        this.context = context;
        this.watch = watch;
        this.marks = marks;
        this.rules = rules;
    }

    /**
     * Executes a change set. If another process has done that already, its operation is followed.
     *
     * @param before the stack before; empty if there was none
     * @throws StackRefusedException if the change set cannot be started; nothing was changed
     * @throws SamException if the stack ends in any other state than the wanted one, or its end cannot be waited for
     */
    StackDescription run(String stackName, ChangeSetId id, Optional<StackDescription> before) {
        StackEvents events = new StackEvents(context.gateway(), id.stackId(), marks, context.sink());
        String what = stackName + ": the change set is being started";
        try {
            // Both calls may be repeated: the second carries a token.
            context.patiently(what, rules.deadline(), () -> {
                events.startHere();
                return id;
            });
            context.patiently(what, rules.deadline(), () -> {
                context.gateway().executeChangeSet(id, rules.disableRollback());
                return id;
            });
        } catch (StackRefusedException refused) {
            return runningWith(id).map(this::join).orElseThrow(() -> refused);
        }
        return ended(
                new StackFollower(context.gateway(), context.poller(), stackName, id.stackId(), before, events, watch)
                        .untilEnd(rules.deadline()),
                events);
    }

    private Optional<StackDescription> runningWith(ChangeSetId id) {
        return context.gateway()
                .describe(id.stackId())
                .filter(stack -> !StackState.isFinal(stack.status()) && !StackState.isShell(stack))
                .filter(stack -> stack.changeSetId().filter(id.arn()::equals).isPresent());
    }

    /**
     * Follows the operation that runs on {@code stack}.
     *
     * @throws SamException as {@link #run}
     */
    StackDescription join(StackDescription stack) {
        context.sink()
                .accept(new Note("The stack " + stack.name() + " is in " + stack.status()
                        + " with this very change: following it to its end"));
        StackEvents events = new StackEvents(context.gateway(), stack.id(), marks, context.sink());
        context.patiently("the events of " + stack.name() + " are being read", rules.deadline(), () -> {
            events.startAtRunningOperation();
            // Now, before another operation can follow this one.
            events.follow();
            return stack;
        });
        return ended(
                new StackFollower(
                                context.gateway(),
                                context.poller(),
                                stack.name(),
                                stack.id(),
                                Optional.empty(),
                                events,
                                watch)
                        .untilEnd(rules.deadline()),
                events);
    }

    private StackDescription ended(StackDescription end, StackEvents events) {
        if (StackState.isSuccess(end.status())) {
            return end;
        }
        StackDescription left = rules.deleteOnFailure() && NEVER_LIVED.contains(end.status()) ? deleted(end) : end;
        Duration duration = Duration.between(rules.started(), context.clock().instant());
        throw new SamException(new FailedDeployment(left, events, marks, duration).problem(), null);
    }

    /** Services that know this option have done it already. */
    private StackDescription deleted(StackDescription failed) {
        context.sink().accept(new Note("Deleting the stack " + failed.name() + ", whose creation failed"));
        context.gateway().deleteStack(failed.id());
        return context.settled(failed.id(), "the stack " + failed.name() + " is being deleted", rules.deadline())
                .orElseGet(() -> new StackDescription(
                        failed.id(),
                        failed.name(),
                        "DELETE_COMPLETE",
                        failed.statusReason(),
                        failed.parameters(),
                        failed.outputs(),
                        failed.tags(),
                        failed.lastUpdated()));
    }
}

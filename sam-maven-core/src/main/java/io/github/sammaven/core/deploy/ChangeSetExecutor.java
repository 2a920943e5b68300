package io.github.sammaven.core.deploy;

import io.github.sammaven.core.aws.ChangeSetState;
import io.github.sammaven.core.aws.StackDescription;
import io.github.sammaven.core.aws.StackGateway;
import io.github.sammaven.core.deploy.DeployResult.Outcome;
import io.github.sammaven.core.deploy.follow.StackState;
import io.github.sammaven.core.deploy.follow.StackWatch;
import io.github.sammaven.core.deploy.origin.ResourceMarks;
import io.github.sammaven.core.deploy.poll.Poller;
import io.github.sammaven.core.deploy.poll.Polling;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.Note;
import io.github.sammaven.core.report.Pauser;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Executes change sets that were made before, and follows the stack to its end. It may be run again: an execution that
 * runs is followed, one that has ended well is a success.
 */
public final class ChangeSetExecutor {

    private static final String NO_LONGER = "make a new one: sam:create-change-set";

    private final DeployContext context;
    private final StackWatch watch;

    public ChangeSetExecutor(StackGateway gateway, EventSink sink, Pauser pauser, InstantSource clock) {
        this(
                new DeployContext(gateway, new Poller(Polling.standard(), pauser, clock, sink), sink, clock),
                StackWatch.none());
    }

    private ChangeSetExecutor(DeployContext context, StackWatch watch) {
        this.context = context;
        this.watch = watch;
    }

    /** The same executor, but {@code other} looks on while the stack changes. */
    public ChangeSetExecutor watchedBy(StackWatch other) {
        return new ChangeSetExecutor(context, other);
    }

    /**
     * @throws SamException if there is no such change set, it is for another stack or cannot be executed, or the stack
     *     does not reach its new state
     */
    public DeployResult execute(ChangeSetExecution request) {
        Instant started = context.clock().instant();
        Instant deadline = started.plus(request.maxWait());
        ChangeSetState state = settled(request, deadline);
        checkStack(request, state);
        Template template = request.template().orElseGet(ChangeSetExecutor::nothing);
        Execution execution = new Execution(
                context,
                watch,
                new ResourceMarks(template),
                new Execution.Rules(
                        !state.decidesOnFailure() && request.onFailure() == OnFailure.DO_NOTHING,
                        state.decidesOnFailure() || request.onFailure() == OnFailure.DELETE,
                        started,
                        deadline));
        StackDescription before = context.gateway()
                .describe(state.id().stackId())
                .orElseThrow(() -> new SamException(
                        "the stack " + state.stackName() + " of the change set was deleted", NO_LONGER, null));
        DeployResults results = new DeployResults(context, state.stackName(), template, started);
        return switch (state.executionStatus()) {
            case "AVAILABLE" -> {
                Optional<StackDescription> lived = StackState.isShell(before) ? Optional.empty() : Optional.of(before);
                yield finished(request, results, execution.run(state.stackName(), state.id(), lived), Outcome.CHANGED);
            }
            case "EXECUTE_IN_PROGRESS" -> finished(request, results, execution.join(before), Outcome.CHANGED);
            case "EXECUTE_COMPLETE" -> {
                context.sink().accept(new Note("The change set " + state.name() + " was executed before"));
                yield finished(request, results, before, Outcome.UNCHANGED);
            }
            default -> throw notExecutable(state);
        };
    }

    /** The change set once the service no longer works on it. */
    private ChangeSetState settled(ChangeSetExecution request, Instant deadline) {
        return context.waitFor("the change set " + request.changeSet() + " is still being made", deadline, () -> {
            ChangeSetState now = context.gateway()
                    .changeSet(request.changeSet(), request.isNamed() ? request.stackName() : Optional.empty())
                    .orElseThrow(() -> absent(request));
            return now.isPending() ? Optional.empty() : Optional.of(now);
        });
    }

    private static SamException absent(ChangeSetExecution request) {
        return new SamException(
                "there is no change set " + request.changeSet()
                        + request.stackName()
                                .map(name -> " of the stack " + name)
                                .orElse(""),
                "it was deleted, or the stack was changed by another one meanwhile; " + NO_LONGER,
                null);
    }

    private static void checkStack(ChangeSetExecution request, ChangeSetState state) {
        request.stackName()
                .filter(name -> !name.equals(state.stackName())
                        && !name.equals(state.id().stackId()))
                .ifPresent(name -> {
                    throw new SamException(
                            "the change set " + state.name() + " is for the stack " + state.stackName() + ", not for "
                                    + name,
                            "give the stack's own change set, or leave out -Dsam.stackName",
                            null);
                });
    }

    private static SamException notExecutable(ChangeSetState state) {
        String name = "the change set " + state.name() + " of the stack " + state.stackName();
        return switch (state.executionStatus()) {
            case "OBSOLETE" ->
                new SamException(name + " is out of date: the stack was changed after it was made", NO_LONGER, null);
            case "EXECUTE_FAILED" ->
                new SamException(
                        name + " was executed before, and that failed", "correct the cause, then " + NO_LONGER, null);
            default ->
                new SamException(
                        name + " cannot be executed: " + state.status()
                                + (state.statusReason().isEmpty() ? "" : ", " + state.statusReason()),
                        NO_LONGER,
                        null);
        };
    }

    private DeployResult finished(
            ChangeSetExecution request, DeployResults results, StackDescription stack, Outcome outcome) {
        new StackProtection(context).set(stack, request.terminationProtection());
        return results.of(stack, outcome);
    }

    private static Template nothing() {
        return new TemplateReader().parse("Resources: {}\n", Path.of("template.yaml"), "template.yaml");
    }
}

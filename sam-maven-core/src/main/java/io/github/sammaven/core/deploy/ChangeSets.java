package io.github.sammaven.core.deploy;

import io.github.sammaven.core.aws.ChangeSetDescription;
import io.github.sammaven.core.aws.ChangeSetId;
import io.github.sammaven.core.aws.ChangeSetRequest;
import io.github.sammaven.core.aws.ChangeSetState;
import io.github.sammaven.core.aws.StackDescription;
import io.github.sammaven.core.aws.StackRefusedException;
import io.github.sammaven.core.deploy.follow.StackState;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.report.Note;
import io.github.sammaven.core.report.Warning;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes change sets, takes up those an earlier run has left, and removes those that lead nowhere. */
final class ChangeSets {

    private static final String READY = "CREATE_COMPLETE";
    private static final String FAILED = "FAILED";

    private final DeployContext context;
    private final ChangeSetRefusal refusal;

    /** @param refusal how to word a refusal */
    ChangeSets(DeployContext context, ChangeSetRefusal refusal) {
        this.context = context;
        this.refusal = refusal;
    }

    /** A change set that can be executed. */
    record Ready(ChangeSetId id, ChangeSetDescription description) {}

    /**
     * Makes a change set and waits for it. One that is empty or fails is deleted, and with it the stack if it came into
     * being only for this change set.
     *
     * @param ownName whether a change set of this name has this content, so that one that is there is taken up
     * @return empty if there is nothing to change
     * @throws SamException if it cannot be made
     */
    Optional<Ready> prepare(ChangeSetRequest request, boolean ownName, Instant deadline) {
        ChangeSetId id;
        try {
            id = ownName ? createOrTakeUp(request, deadline) : create(request, deadline);
        } catch (StackRefusedException refused) {
            if (ChangeSetRefusal.isEmpty(refused.reason())) {
                return Optional.empty();
            }
            if (request.nestedStacks() && refusesNestedStacks(refused.reason())) {
                return prepare(withoutNestedStacks(request), ownName, deadline);
            }
            throw new SamException(refusal.problem(refused.reason()), refused);
        }
        ChangeSetDescription described = await(id, request, deadline);
        if (described.status().equals(READY)) {
            return Optional.of(new Ready(id, described));
        }
        if (request.nestedStacks() && isEmptyBelow(described.statusReason(), deadline)) {
            discard(id);
            return prepare(request.withoutNestedStacks(), ownName, deadline);
        }
        if (described.status().equals(FAILED) && ChangeSetRefusal.isEmpty(described.statusReason())) {
            discard(id);
            return Optional.empty();
        }
        List<Problem> problems =
                refusal.problems(described.statusReason(), context.gateway().failuresOf(id));
        discard(id);
        throw new SamException(problems, null);
    }

    private ChangeSetId create(ChangeSetRequest request, Instant deadline) {
        return context.patiently(
                request.stackName() + ": the change set is being made", deadline, () -> context.gateway()
                        .createChangeSet(request));
    }

    private ChangeSetId createOrTakeUp(ChangeSetRequest request, Instant deadline) {
        try {
            return create(request, deadline);
        } catch (StackRefusedException refused) {
            if (!refused.reason().contains("already exists")
                    || !refused.reason().contains(request.name())) {
                throw refused;
            }
            Optional<ChangeSetState> left =
                    context.gateway().changeSet(request.name(), Optional.of(request.stackName()));
            if (left.filter(set -> set.isPending() || set.isAvailable()).isPresent()) {
                context.sink()
                        .accept(new Note("The change set " + request.name()
                                + " of an earlier run has the same content and is taken up"));
                return left.get().id();
            }
            left.ifPresent(set -> discard(set.id()));
            String time = String.valueOf(context.clock().instant().getEpochSecond());
            return create(request.named(request.name() + "-" + time), deadline);
        }
    }

    private static boolean refusesNestedStacks(String reason) {
        return reason.contains("IncludeNestedStacks") || reason.contains("includeNestedStacks");
    }

    private ChangeSetRequest withoutNestedStacks(ChangeSetRequest request) {
        context.sink()
                .accept(new Note("The service does not look into nested stacks: the change set shows only that they"
                        + " change"));
        return request.withoutNestedStacks();
    }

    /** A nested stack without changes makes the whole change set fail; only the nested one has the reason. */
    private boolean isEmptyBelow(String reason, Instant deadline) {
        Optional<String> nested = ChangeSetRefusal.failedBelow(reason);
        return nested.isPresent()
                && context.patiently("the change set of a nested stack is being read", deadline, () -> context.gateway()
                                .changeSet(nested.get(), Optional.empty()))
                        .filter(below -> ChangeSetRefusal.isEmpty(below.statusReason()))
                        .isPresent();
    }

    private ChangeSetDescription await(ChangeSetId id, ChangeSetRequest request, Instant deadline) {
        return context.waitFor(
                request.stackName() + ": nothing was changed, the change set " + request.name()
                        + " is still being made",
                deadline,
                () -> Optional.of(context.gateway().describeChangeSet(id))
                        .filter(described -> isFinal(described.status())));
    }

    private static boolean isFinal(String status) {
        return !status.endsWith("_IN_PROGRESS") && !status.endsWith("_PENDING");
    }

    /**
     * Deletes a change set, and with the last one a stack in which there is nothing. What goes wrong is a warning: it
     * must not hide why this was necessary.
     */
    void discard(ChangeSetId id) {
        try {
            context.gateway().deleteChangeSet(id);
            Optional<StackDescription> shell =
                    context.gateway().describe(id.stackId()).filter(StackState::isShell);
            if (shell.isPresent() && isLast(id)) {
                context.gateway().deleteStack(id.stackId());
            }
        } catch (SamException failure) {
            Problem problem = failure.problems().get(0);
            context.sink()
                    .accept(new Warning(Problem.warning(
                            SourceMark.NONE,
                            "the change set " + id.arn() + " is left behind: " + problem.message(),
                            problem.suggestion())));
        }
    }

    private boolean isLast(ChangeSetId id) {
        List<String> others = context.gateway().changeSets(id.stackId());
        return others.stream().allMatch(id.arn()::equals);
    }
}

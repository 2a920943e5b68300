package io.github.sammaven.core.deploy;

import io.github.sammaven.core.aws.ChangeSetDescription;
import io.github.sammaven.core.aws.ChangeSetId;
import io.github.sammaven.core.aws.ChangeSetRequest;
import io.github.sammaven.core.aws.StackGateway;
import io.github.sammaven.core.aws.StackRefusedException;
import io.github.sammaven.core.deploy.follow.StackState;
import io.github.sammaven.core.deploy.poll.Poller;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.Warning;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes change sets and removes those that lead nowhere. */
final class ChangeSets {

    private static final String READY = "CREATE_COMPLETE";
    private static final String FAILED = "FAILED";

    private final StackGateway gateway;
    private final Poller poller;
    private final EventSink sink;

    ChangeSets(StackGateway gateway, Poller poller, EventSink sink) {
        this.gateway = gateway;
        this.poller = poller;
        this.sink = sink;
    }

    /** A change set that can be executed. */
    record Ready(ChangeSetId id, ChangeSetDescription description) {}

    /**
     * Makes a change set and waits for it. One that is empty or fails is deleted, and with it the stack if it came into
     * being only for this change set.
     *
     * @param refusal how to word a refusal
     * @param stackExists whether there was a stack before
     * @return empty if there is nothing to change
     * @throws SamException if it cannot be made
     */
    Optional<Ready> prepare(ChangeSetRequest request, ChangeSetRefusal refusal, boolean stackExists, Instant deadline) {
        ChangeSetId id;
        try {
            id = gateway.createChangeSet(request);
        } catch (StackRefusedException refused) {
            if (ChangeSetRefusal.isEmpty(refused.reason())) {
                return Optional.empty();
            }
            throw new SamException(refusal.problem(refused.reason()), refused);
        }
        ChangeSetDescription described = await(id, request, deadline);
        if (described.status().equals(READY)) {
            return Optional.of(new Ready(id, described));
        }
        discard(id, !stackExists);
        if (described.status().equals(FAILED) && ChangeSetRefusal.isEmpty(described.statusReason())) {
            return Optional.empty();
        }
        throw new SamException(refusal.problem(described.statusReason()), null);
    }

    private ChangeSetDescription await(ChangeSetId id, ChangeSetRequest request, Instant deadline) {
        Supplier<Optional<ChangeSetDescription>> question =
                () -> Optional.of(gateway.describeChangeSet(id)).filter(described -> isFinal(described.status()));
        try {
            return poller.until(deadline, question);
        } catch (Poller.DeadlineException late) {
            throw unready(request, "is not ready and the time to wait is over", late);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw unready(request, "was not waited for: interrupted", interrupt);
        }
    }

    private static boolean isFinal(String status) {
        return !status.endsWith("_IN_PROGRESS") && !status.endsWith("_PENDING");
    }

    private static SamException unready(ChangeSetRequest request, String why, Exception cause) {
        return new SamException(
                request.stackName() + ": the change set " + request.name() + " " + why,
                "nothing was changed; deploy again, with more time if needed: -Dsam.maxWaitDuration=MINUTES",
                cause);
    }

    /**
     * Deletes a change set. What goes wrong is a warning: it must not hide why this was necessary.
     *
     * @param withShell whether the stack goes too, if there is nothing in it
     */
    void discard(ChangeSetId id, boolean withShell) {
        try {
            gateway.deleteChangeSet(id);
            if (withShell
                    && gateway.describe(id.stackId())
                            .filter(StackState::isShell)
                            .isPresent()) {
                gateway.deleteStack(id.stackId());
            }
        } catch (SamException failure) {
            Problem problem = failure.problems().get(0);
            sink.accept(new Warning(Problem.warning(
                    SourceMark.NONE,
                    "the change set " + id.arn() + " is left behind: " + problem.message(),
                    problem.suggestion())));
        }
    }
}

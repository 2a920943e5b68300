package io.github.sammaven.core.deploy.follow;

import io.github.sammaven.core.aws.StackDescription;
import io.github.sammaven.core.aws.StackGateway;
import io.github.sammaven.core.deploy.poll.Poller;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Waits until an operation on a stack has ended, while its events are told. One use each. */
public final class StackFollower {

    /** How often to look for a last event that the service shows later than the status. */
    private static final int LATE_EVENT_POLLS = 3;

    /** How often to look for events of nested stacks that the service does not give at the moment. */
    private static final int BEHIND_POLLS = 30;

    private final StackGateway gateway;
    private final Poller poller;
    private final String stackName;
    private final String stackId;
    private final Optional<StackDescription> before;
    private final StackEvents events;
    private final StackWatch watch;
    private String status = "";
    private int polledForLastEvent;
    private int polledWhileBehind;

    /** @param before the stack before the operation began; empty if there was none */
    public StackFollower(
            StackGateway gateway,
            Poller poller,
            String stackName,
            String stackId,
            Optional<StackDescription> before,
            StackEvents events,
            StackWatch watch) {
        this.gateway = gateway;
        this.poller = poller;
        this.stackName = stackName;
        this.stackId = stackId;
        this.before = before;
        this.events = events;
        this.watch = watch;
    }

    /**
     * @return the stack in its final state, whether it is a good one or not
     * @throws SamException if the end cannot be waited for; the stack goes on by itself
     */
    public StackDescription untilEnd(Instant deadline) {
        Instant begun = poller.now();
        try {
            StackDescription ended = poller.until(deadline, this::look, events::pause);
            if (!StackState.isSuccess(ended.status())) {
                events.causedBy(watch.causes());
            }
            return ended;
        } catch (Poller.DeadlineException late) {
            throw left("the time to wait is over", late);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw left("interrupted", interrupt);
        } catch (SamException failure) {
            if (Thread.currentThread().isInterrupted()) {
                throw left("interrupted", failure);
            }
            throw new SamException(failure.problems().stream().map(this::goesOn).toList(), failure);
        } finally {
            events.end(stackName, status, Duration.between(begun, poller.now()));
        }
    }

    /** The status is read before the events, so that a final status comes with all of them. */
    private Optional<StackDescription> look() {
        StackDescription now = gateway.describe(stackId).orElseGet(this::deleted);
        status = now.status();
        events.follow();
        watch.look(now, events.told());
        return StackState.isFinal(status) && hasBegun(now) && hasLastEvent() ? Optional.of(now) : Optional.empty();
    }

    private StackDescription deleted() {
        return new StackDescription(
                stackId,
                stackName,
                "DELETE_COMPLETE",
                "the stack is gone",
                Set.of(),
                List.of(),
                Map.of(),
                Optional.empty());
    }

    /** Right after the call a stack may still show the final status of the operation before. */
    private boolean hasBegun(StackDescription now) {
        return before.isEmpty()
                || !now.status().equals(before.get().status())
                || !now.lastUpdated().equals(before.get().lastUpdated())
                || events.hasBegun();
    }

    /** Events that cannot be had for a while are waited for longer than events that may never come. */
    private boolean hasLastEvent() {
        if (events.hasLastOf(status)) {
            return true;
        }
        return events.isBehind() ? polledWhileBehind++ >= BEHIND_POLLS : polledForLastEvent++ >= LATE_EVENT_POLLS;
    }

    private SamException left(String why, Exception cause) {
        return new SamException(
                stackName + ": " + why + ", but the stack goes on by itself" + state(),
                "see how it ends: aws cloudformation describe-stack-events --stack-name " + stackName,
                cause);
    }

    private Problem goesOn(Problem problem) {
        String more = "the stack " + stackName + " goes on by itself" + state();
        return new Problem(
                problem.severity(),
                problem.mark(),
                problem.message(),
                problem.suggestion().isEmpty() ? more : problem.suggestion() + "\n" + more);
    }

    private String state() {
        return status.isEmpty() ? "" : " (" + status + ")";
    }
}

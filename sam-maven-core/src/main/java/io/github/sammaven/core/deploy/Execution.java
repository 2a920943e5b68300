package io.github.sammaven.core.deploy;

import io.github.sammaven.core.aws.ChangeSetId;
import io.github.sammaven.core.aws.StackDescription;
import io.github.sammaven.core.aws.StackGateway;
import io.github.sammaven.core.aws.StackRefusedException;
import io.github.sammaven.core.deploy.follow.FailedDeployment;
import io.github.sammaven.core.deploy.follow.StackEvents;
import io.github.sammaven.core.deploy.follow.StackFollower;
import io.github.sammaven.core.deploy.follow.StackState;
import io.github.sammaven.core.deploy.follow.StackWatch;
import io.github.sammaven.core.deploy.origin.ResourceMarks;
import io.github.sammaven.core.deploy.poll.Poller;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.report.EventSink;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Carries out a change set and tells its events until the stack has its final state. */
final class Execution {

    private final StackGateway gateway;
    private final Poller poller;
    private final EventSink sink;
    private final InstantSource clock;
    private final StackWatch watch;

    Execution(StackGateway gateway, Poller poller, EventSink sink, InstantSource clock, StackWatch watch) {
        this.gateway = gateway;
        this.poller = poller;
        this.sink = sink;
        this.clock = clock;
        this.watch = watch;
    }

    /**
     * @param before the stack before; empty if there was none
     * @throws StackRefusedException if the change set cannot be started; nothing was changed
     * @throws SamException if the stack ends in any other state than the wanted one, or its end cannot be waited for
     */
    StackDescription run(
            DeployRequest request,
            ChangeSetId id,
            Optional<StackDescription> before,
            Instant started,
            Instant deadline) {
        ResourceMarks marks = new ResourceMarks(request.template().tree());
        StackEvents events = new StackEvents(gateway, id.stackId(), marks, sink);
        begin(request, id, events, deadline);
        StackDescription after = new StackFollower(
                        gateway, poller, request.stackName(), id.stackId(), before, events, watch)
                .untilEnd(deadline);
        if (!StackState.isSuccess(after.status())) {
            Duration duration = Duration.between(started, clock.instant());
            throw new SamException(new FailedDeployment(after, events, marks, duration).problem(), null);
        }
        return after;
    }

    /** Both calls may be repeated: the second carries a token. */
    private void begin(DeployRequest request, ChangeSetId id, StackEvents events, Instant deadline) {
        try {
            poller.until(deadline, () -> {
                events.startHere();
                return Optional.of(id);
            });
            poller.until(deadline, () -> {
                gateway.executeChangeSet(id, request.disableRollback());
                return Optional.of(id);
            });
        } catch (Poller.DeadlineException late) {
            throw unknown(request, "the time to wait is over", late);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw unknown(request, "interrupted", interrupt);
        }
    }

    private static SamException unknown(DeployRequest request, String why, Exception cause) {
        return new SamException(
                request.stackName() + ": " + why + " while the change set was being started",
                "see whether it was: aws cloudformation describe-stacks --stack-name " + request.stackName(),
                cause);
    }
}

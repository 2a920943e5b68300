package io.github.sammaven.core.deploy.shift;

import io.github.sammaven.core.aws.ShiftGroup;
import io.github.sammaven.core.aws.ShiftTarget;
import io.github.sammaven.core.aws.StackInventory;
import io.github.sammaven.core.aws.StackResource;
import io.github.sammaven.core.aws.TrafficShift;
import io.github.sammaven.core.aws.TrafficShifts;
import io.github.sammaven.core.deploy.follow.Reason;
import io.github.sammaven.core.deploy.poll.Poller;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.Note;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Stops the traffic shifts that run in a stack, moves their traffic back and waits until that is done. Nested stacks are
 * looked into as well. No template is needed.
 */
public final class ShiftStop {

    private final ShiftServices services;
    private final EventSink sink;
    private final Poller poller;
    private final InstantSource clock;

    public ShiftStop(ShiftServices services, EventSink sink, Poller poller, InstantSource clock) {
        this.services = services;
        this.sink = sink;
        this.poller = poller;
        this.clock = clock;
    }

    /**
     * @param maxWait how long to wait until the traffic is back
     * @return ids of the deployments that were stopped; none if none was running
     * @throws SamException if a deployment cannot be stopped, its traffic cannot be moved back, or the wait is over
     */
    public List<String> stop(String stackName, Duration maxWait) {
        Instant deadline = clock.instant().plus(maxWait);
        Map<String, FollowedShift> followed = new LinkedHashMap<>();
        List<String> stopped = new ArrayList<>();
        for (TrafficShift shift : running(stackName, deadline)) {
            FollowedShift one = new FollowedShift(shift.id(), clock.instant());
            one.see(shift);
            followed.put(shift.id(), one);
            if (shift.isRollback()) {
                sink.accept(new Note(shift.id() + " of " + shift.group() + " already moves traffic back: it goes on"));
            } else {
                sink.accept(new Note("stopping " + shift.id() + " of " + shift.group()));
                stopped.add(shift.id());
            }
        }
        if (followed.isEmpty()) {
            sink.accept(new Note("no traffic is being shifted in the stack " + stackName));
            return stopped;
        }
        for (String id : stopped) {
            asking(stackName, deadline, () -> {
                services.shifts().stop(id);
                return Optional.of(id);
            });
        }
        follow(stackName, followed, deadline);
        check(followed);
        return stopped;
    }

    private List<TrafficShift> running(String stackName, Instant deadline) {
        List<ShiftGroup> groups = asking(stackName, deadline, () -> Optional.of(groups(stackName)));
        return asking(stackName, deadline, () -> {
            TrafficShifts shifts = services.shifts();
            List<String> ids = groups.stream()
                    .flatMap(group -> shifts.running(group).stream())
                    .toList();
            return Optional.of(ids.isEmpty() ? List.of() : shifts.describe(ids));
        });
    }

    /** The service does not tell which application of a stack a group belongs to; other pairs do not exist. */
    private List<ShiftGroup> groups(String stack) {
        StackInventory inventory = services.inventory();
        List<StackResource> resources = inventory.resources(stack);
        List<ShiftGroup> groups = new ArrayList<>();
        for (StackResource resource : resources) {
            if (resource.physicalId().isEmpty()) {
                continue;
            }
            if (resource.type().equals("AWS::CloudFormation::Stack")) {
                groups.addAll(groups(resource.physicalId()));
            } else if (resource.type().equals("AWS::CodeDeploy::DeploymentGroup")) {
                resources.stream()
                        .filter(other -> other.type().equals("AWS::CodeDeploy::Application"))
                        .forEach(application ->
                                groups.add(new ShiftGroup(application.physicalId(), resource.physicalId())));
            }
        }
        return groups;
    }

    private void follow(String stackName, Map<String, FollowedShift> followed, Instant deadline) {
        ShiftObserver observer = new ShiftObserver(services.shifts(), new Forgone(sink), clock);
        asking(stackName, deadline, () -> {
            List<FollowedShift> open =
                    followed.values().stream().filter(shift -> !shift.isOver()).toList();
            observer.look(open);
            for (FollowedShift shift : open) {
                shift.tell(name(shift), Optional.empty(), List.of(), clock.instant(), sink);
                shift.shift()
                        .flatMap(TrafficShift::rollbackId)
                        .ifPresent(id -> followed.computeIfAbsent(id, none -> new FollowedShift(id, clock.instant())));
            }
            boolean over = followed.values().stream().allMatch(FollowedShift::isOver);
            return over ? Optional.of(followed) : Optional.empty();
        });
    }

    private static String name(FollowedShift shift) {
        return shift.target()
                .map(ShiftStop::name)
                .or(() -> shift.shift().map(TrafficShift::group))
                .orElse(shift.id());
    }

    private static String name(ShiftTarget target) {
        return target.function() + ":" + target.alias();
    }

    private static void check(Map<String, FollowedShift> followed) {
        List<Problem> problems = followed.values().stream()
                .flatMap(shift -> shift.shift().stream())
                .filter(shift -> shift.isRollback() && shift.status() != TrafficShift.Status.SUCCEEDED)
                .map(shift -> Problem.error(
                        SourceMark.NONE,
                        "the traffic of " + shift.group() + " could not be moved back with " + shift.id() + ": "
                                + new Reason(shift.errorMessage()).words(),
                        "see where it is: aws deploy get-deployment --deployment-id " + shift.id()))
                .toList();
        if (!problems.isEmpty()) {
            throw new SamException(problems, null);
        }
    }

    private <T> T asking(String stackName, Instant deadline, Supplier<Optional<T>> question) {
        try {
            return poller.until(deadline, question);
        } catch (Poller.DeadlineException late) {
            throw left(stackName, "the time to wait is over", late);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw left(stackName, "interrupted", interrupt);
        }
    }

    private static SamException left(String stackName, String why, Exception cause) {
        return new SamException(
                stackName + ": " + why + ", but traffic that was told to move back goes on moving",
                "see how it ends: mvn sam:deploy -Dsam.stopShift -Dsam.stackName=" + stackName,
                cause);
    }
}

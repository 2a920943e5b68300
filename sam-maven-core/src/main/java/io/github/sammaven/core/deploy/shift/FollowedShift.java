package io.github.sammaven.core.deploy.shift;

import io.github.sammaven.core.aws.ShiftStage;
import io.github.sammaven.core.aws.ShiftTarget;
import io.github.sammaven.core.aws.TrafficShift;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.ShiftAlarm;
import io.github.sammaven.core.report.ShiftHook;
import io.github.sammaven.core.report.ShiftProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One deployment of CodeDeploy while it is followed. */
final class FollowedShift {

    /** How often to look for a rollback that the service tells of later than of the end. */
    private static final int LATE_ROLLBACK_LOOKS = 8;

    private final String id;
    private final Movement movement;
    private @Nullable TrafficShift shift;
    private Optional<ShiftTarget> target = Optional.empty();
    private Optional<ShiftPace> pace = Optional.empty();
    private @Nullable ShiftProgress told;
    private int looksSinceEnd;

    FollowedShift(String id, Instant watchedSince) {
        this.id = id;
        this.movement = new Movement(watchedSince);
    }

    String id() {
        return id;
    }

    /** As it was seen last; empty before that. */
    Optional<TrafficShift> shift() {
        return Optional.ofNullable(shift);
    }

    Optional<ShiftTarget> target() {
        return target;
    }

    /** Whether nothing more is to be learnt of it. */
    boolean isOver() {
        if (shift == null || !shift.isOver()) {
            return false;
        }
        boolean endedWell = shift.status() == TrafficShift.Status.SUCCEEDED;
        return endedWell || shift.isRollback() || shift.rollbackId().isPresent() || looksSinceEnd > LATE_ROLLBACK_LOOKS;
    }

    void see(TrafficShift seen) {
        shift = seen;
        if (seen.isOver()) {
            looksSinceEnd++;
        }
    }

    void see(Optional<ShiftTarget> seen, Optional<ShiftPace> itsPace, Instant now) {
        if (seen.isPresent()) {
            target = seen;
        }
        pace = itsPace;
        movement.look(target, now);
    }

    /**
     * Tells how far it is, if that is news.
     *
     * @param hooks of the template; if there are none, every hook the service speaks of counts
     */
    void tell(String alias, Optional<PlannedShift> hooks, List<ShiftAlarm> alarms, Instant now, EventSink sink) {
        if (shift == null) {
            return;
        }
        ShiftProgress progress = new ShiftProgress(
                alias,
                id,
                ShiftProgress.State.valueOf(shift.status().name()),
                shift.isRollback(),
                hook(ShiftStage.BEFORE, hooks.map(plan -> plan.before().isPresent()), now),
                movement.percent(shift, target, pace, now),
                movement.fullAt(target, pace),
                hook(ShiftStage.AFTER, hooks.map(plan -> plan.after().isPresent()), now),
                shift.isRollback() ? List.of() : alarms,
                shift.status() == TrafficShift.Status.SUCCEEDED ? "" : shift.errorMessage());
        if (told == null || !timeless(progress).equals(timeless(told))) {
            told = progress;
            sink.accept(progress);
        }
    }

    /** A hook that goes on running is no news. */
    private static ShiftProgress timeless(ShiftProgress progress) {
        return new ShiftProgress(
                progress.alias(),
                progress.deploymentId(),
                progress.state(),
                progress.rollback(),
                new ShiftHook(progress.before().state(), Duration.ZERO),
                progress.percent(),
                Optional.empty(),
                new ShiftHook(progress.after().state(), Duration.ZERO),
                progress.alarms(),
                progress.reason());
    }

    private ShiftHook hook(String stageName, Optional<Boolean> planned, Instant now) {
        return target.filter(none -> planned.orElse(true))
                .flatMap(seen -> seen.stage(stageName))
                .map(stage -> new ShiftHook(state(stage.status()), took(stage, now)))
                .filter(hook -> hook.state() != ShiftHook.State.NONE)
                .orElse(ShiftHook.NONE);
    }

    private static ShiftHook.State state(ShiftStage.Status status) {
        return switch (status) {
            case PENDING, SKIPPED -> ShiftHook.State.NONE;
            case RUNNING -> ShiftHook.State.RUNNING;
            case SUCCEEDED -> ShiftHook.State.OK;
            case FAILED -> ShiftHook.State.FAILED;
        };
    }

    private static Duration took(ShiftStage stage, Instant now) {
        Duration took = stage.started()
                .map(start -> Duration.between(start, stage.ended().orElse(now)))
                .orElse(Duration.ZERO);
        return took.isNegative() ? Duration.ZERO : took;
    }
}

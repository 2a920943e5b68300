package io.github.sammaven.core.deploy.shift;

import io.github.sammaven.core.aws.ShiftStage;
import io.github.sammaven.core.aws.ShiftTarget;
import io.github.sammaven.core.aws.TrafficShift;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** How far the traffic of one deployment has moved, by the clock of this machine. */
final class Movement {

    private static final int ALL = 100;

    private final Instant watchedSince;
    private @Nullable Instant started;

    /** @param watchedSince no traffic had moved then */
    Movement(Instant watchedSince) {
        this.watchedSince = watchedSince;
    }

    /** Notes what was seen at {@code now}. */
    void look(Optional<ShiftTarget> target, Instant now) {
        Optional<ShiftStage> traffic =
                target.flatMap(seen -> seen.stage(ShiftStage.TRAFFIC)).filter(Movement::hasBegun);
        if (started == null && traffic.isPresent()) {
            // The two clocks need not agree; what cannot be true is not taken.
            started = traffic.get()
                    .started()
                    .filter(time -> !time.isBefore(watchedSince) && !time.isAfter(now))
                    .orElse(now);
        }
    }

    private static boolean hasBegun(ShiftStage stage) {
        return stage.status() != ShiftStage.Status.PENDING && stage.status() != ShiftStage.Status.SKIPPED;
    }

    /** When all of it will have moved; empty if it has, or nothing moves, or nobody knows. */
    Optional<Instant> fullAt(Optional<ShiftTarget> target, Optional<ShiftPace> pace) {
        boolean moving = target.flatMap(seen -> seen.stage(ShiftStage.TRAFFIC))
                .filter(stage -> stage.status() == ShiftStage.Status.RUNNING)
                .isPresent();
        return moving
                        && started != null
                        && pace.filter(known -> known.steps() > 1).isPresent()
                ? Optional.of(started.plus(pace.get().duration()))
                : Optional.empty();
    }

    /** Share of the target version, as the service says, or else as the pace lets one expect. */
    OptionalInt percent(TrafficShift shift, Optional<ShiftTarget> target, Optional<ShiftPace> pace, Instant now) {
        if (shift.status() == TrafficShift.Status.SUCCEEDED) {
            return OptionalInt.of(ALL);
        }
        Optional<Integer> expected = pace.filter(known -> started != null)
                .map(known -> known.percentAfter(
                        Duration.between(Optional.ofNullable(started).orElse(now), now)));
        OptionalDouble weight = target.map(ShiftTarget::weight).orElse(OptionalDouble.empty());
        if (weight.isPresent()) {
            return OptionalInt.of(percent(weight.getAsDouble(), expected));
        }
        return expected.isPresent() && !shift.isOver() ? OptionalInt.of(expected.get()) : OptionalInt.empty();
    }

    /** The service calls it a percentage, but aliases have weights from 0 to 1: 1 may be either. */
    private static int percent(double weight, Optional<Integer> expected) {
        if (weight > 1) {
            return (int) Math.round(Math.min(ALL, weight));
        }
        boolean isOnePercent =
                weight == 1 && expected.filter(percent -> percent < ALL / 2).isPresent();
        return isOnePercent ? 1 : (int) Math.round(weight * ALL);
    }
}

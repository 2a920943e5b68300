package io.github.sammaven.core.deploy.shift;

import io.github.sammaven.core.aws.ShiftTarget;
import io.github.sammaven.core.aws.TrafficShift;
import io.github.sammaven.core.aws.TrafficShifts;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at deployments that are being followed, with as few calls as that takes. */
final class ShiftObserver {

    private final TrafficShifts shifts;
    private final Forgone forgone;
    private final InstantSource clock;
    private final Map<String, Optional<ShiftPace>> paces = new HashMap<>();

    ShiftObserver(TrafficShifts shifts, Forgone forgone, InstantSource clock) {
        this.shifts = shifts;
        this.forgone = forgone;
        this.clock = clock;
    }

    void look(Collection<FollowedShift> open) {
        if (open.isEmpty()) {
            return;
        }
        Map<String, FollowedShift> byId = new HashMap<>();
        open.forEach(followed -> byId.put(followed.id(), followed));
        List<TrafficShift> seen = forgone.without(Forgone.Source.SHIFTS, () -> shifts.describe(byId.keySet()))
                .orElse(List.of());
        for (TrafficShift shift : seen) {
            FollowedShift followed = byId.get(shift.id());
            if (followed != null) {
                // The target first: if that fails, the state is as before, and both are asked for again.
                Optional<ShiftTarget> target = forgone.without(Forgone.Source.TARGETS, () -> shifts.target(shift.id()))
                        .flatMap(found -> found);
                Optional<ShiftPace> pace = pace(shift.configName());
                followed.see(shift);
                followed.see(target, pace, clock.instant());
            }
        }
    }

    private Optional<ShiftPace> pace(String configName) {
        Optional<ShiftPace> known = ShiftPace.of(configName);
        if (known.isPresent() || configName.isEmpty()) {
            return known;
        }
        Optional<ShiftPace> asked = paces.get(configName);
        if (asked == null) {
            asked = forgone.without(Forgone.Source.CONFIGS, () -> shifts.routing(configName))
                    .flatMap(routing -> routing)
                    .map(ShiftPace::new);
            paces.put(configName, asked);
        }
        return asked;
    }
}

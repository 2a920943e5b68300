package io.github.sammaven.core.deploy.shift;

import io.github.sammaven.core.aws.ShiftGroup;
import io.github.sammaven.core.aws.TrafficShift;
import io.github.sammaven.core.aws.TrafficShifts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The deployments of one alias since its update began, those that undo others too. */
final class AliasShifts {

    private final PlannedShift plan;
    private final ShiftGroup group;
    private final Optional<Instant> since;
    private final Instant watchedSince;
    private final Map<String, FollowedShift> found = new LinkedHashMap<>();
    private boolean expecting = true;

    /**
     * @param since when the update began, by the service's clock
     * @param watchedSince the same by ours
     */
    AliasShifts(PlannedShift plan, ShiftGroup group, Optional<Instant> since, Instant watchedSince) {
        this.plan = plan;
        this.group = group;
        this.since = since;
        this.watchedSince = watchedSince;
    }

    PlannedShift plan() {
        return plan;
    }

    ShiftGroup group() {
        return group;
    }

    /** The alias is updated again: another deployment is to come. */
    void expectMore() {
        expecting = true;
    }

    /** Looks for deployments that have begun. */
    void find(TrafficShifts shifts) {
        if (!expecting) {
            return;
        }
        List<String> ids = new ArrayList<>(shifts.begun(group, since));
        Collections.reverse(ids);
        for (String id : ids) {
            if (follow(id)) {
                expecting = false;
            }
        }
    }

    private boolean follow(String id) {
        return found.putIfAbsent(id, new FollowedShift(id, watchedSince)) == null;
    }

    /** Takes up the deployments that undo others. */
    void findRollbacks() {
        all().forEach(followed ->
                followed.shift().flatMap(TrafficShift::rollbackId).ifPresent(this::follow));
    }

    List<FollowedShift> all() {
        return List.copyOf(found.values());
    }

    List<FollowedShift> open() {
        return found.values().stream().filter(followed -> !followed.isOver()).toList();
    }

    boolean isQuiet() {
        return !expecting && open().isEmpty();
    }
}

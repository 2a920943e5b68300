package io.github.sammaven.core.deploy.shift;

import io.github.sammaven.core.aws.AlarmState;
import io.github.sammaven.core.aws.Alarms;
import io.github.sammaven.core.aws.ShiftGroup;
import io.github.sammaven.core.aws.TrafficShifts;
import io.github.sammaven.core.report.ShiftAlarm;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The alarms that stop the deployments of groups, as they were seen last. */
final class GroupAlarms {

    private final TrafficShifts shifts;
    private final Alarms alarms;
    private final Forgone forgone;
    private final Map<ShiftGroup, List<String>> names = new HashMap<>();
    private final Map<String, AlarmState> states = new HashMap<>();

    /** An alarm may be quiet again when the cause is asked for. */
    private final Map<String, AlarmState> raised = new HashMap<>();

    GroupAlarms(TrafficShifts shifts, Alarms alarms, Forgone forgone) {
        this.shifts = shifts;
        this.alarms = alarms;
        this.forgone = forgone;
    }

    /** Looks at the alarms of all these groups with one question. */
    void look(Collection<ShiftGroup> groups) {
        List<String> all = groups.stream()
                .distinct()
                .flatMap(group -> namesOf(group).stream())
                .distinct()
                .toList();
        if (all.isEmpty()) {
            return;
        }
        forgone.without(Forgone.Source.ALARMS, () -> alarms.states(all))
                .orElse(List.of())
                .forEach(state -> {
                    states.put(state.name(), state);
                    if (state.isAlarm()) {
                        raised.put(state.name(), state);
                    }
                });
    }

    List<String> namesOf(ShiftGroup group) {
        List<String> known = names.get(group);
        if (known == null) {
            known = forgone.without(
                            Forgone.Source.GROUPS, () -> shifts.settings(group).alarms())
                    .orElse(List.of());
            names.put(group, known);
        }
        return known;
    }

    List<ShiftAlarm> of(ShiftGroup group) {
        return namesOf(group).stream()
                .map(states::get)
                .filter(Objects::nonNull)
                .map(GroupAlarms::reported)
                .toList();
    }

    private static ShiftAlarm reported(AlarmState alarm) {
        if (alarm.isAlarm()) {
            return new ShiftAlarm(alarm.name(), ShiftAlarm.State.ALARM, alarm.reason());
        }
        ShiftAlarm.State state = alarm.state().equals("OK") ? ShiftAlarm.State.OK : ShiftAlarm.State.NO_DATA;
        return new ShiftAlarm(alarm.name(), state, "");
    }

    /** The alarm as it was when it was raised; empty if nobody saw that. */
    Optional<AlarmState> raised(String name) {
        return Optional.ofNullable(raised.get(name));
    }
}

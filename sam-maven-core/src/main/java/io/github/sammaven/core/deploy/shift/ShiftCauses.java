package io.github.sammaven.core.deploy.shift;

import io.github.sammaven.core.aws.AlarmState;
import io.github.sammaven.core.aws.ShiftGroup;
import io.github.sammaven.core.aws.ShiftStage;
import io.github.sammaven.core.aws.TrafficShift;
import io.github.sammaven.core.deploy.follow.Reason;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.problem.SourceMark;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Explains traffic shifts that ended badly by the alarm, the hook or the person that stopped them. */
final class ShiftCauses {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final ShiftPlan plan;
    private final GroupAlarms alarms;
    private final HookFailure hooks;

    ShiftCauses(ShiftPlan plan, ShiftServices services, PhysicalNames names, GroupAlarms alarms) {
        this.plan = plan;
        this.alarms = alarms;
        this.hooks = new HookFailure(plan, services.logs(), names);
    }

    List<Problem> of(Collection<AliasShifts> aliases) {
        List<Problem> causes = new ArrayList<>();
        for (AliasShifts alias : aliases) {
            for (FollowedShift followed : alias.all()) {
                followed.shift()
                        .filter(shift -> !shift.isRollback()
                                && shift.isOver()
                                && shift.status() != TrafficShift.Status.SUCCEEDED)
                        .ifPresent(shift -> causes.addAll(of(alias, followed, shift)));
            }
        }
        return causes;
    }

    private List<Problem> of(AliasShifts alias, FollowedShift followed, TrafficShift shift) {
        String outcome = outcome(alias, shift);
        Optional<ShiftStage> failed = followed.target().flatMap(target -> target.stages().stream()
                .filter(stage -> stage.status() == ShiftStage.Status.FAILED)
                .findFirst());
        if (failed.filter(stage -> !stage.name().equals(ShiftStage.TRAFFIC)).isPresent()) {
            return List.of(hooks.problem(alias.plan(), failed.get(), outcome));
        }
        if (shift.errorCode().equals("ALARM_ACTIVE")) {
            return alarmProblems(alias, shift, outcome);
        }
        if (shift.errorCode().equals("MANUAL_STOP")) {
            return List.of(Problem.error(
                    alias.plan().mark(),
                    "the traffic shift of " + alias.plan().alias() + " was stopped by somebody",
                    outcome));
        }
        String words = new Reason(failed.map(ShiftStage::message)
                        .filter(text -> !text.isEmpty())
                        .orElse(shift.errorMessage()))
                .words();
        return List.of(Problem.error(
                alias.plan().mark(), "the traffic shift of " + alias.plan().alias() + " failed: " + words, outcome));
    }

    private static String outcome(AliasShifts alias, TrafficShift shift) {
        String what =
                "CodeDeploy deployment " + shift.id() + " of " + alias.plan().alias() + " "
                        + (shift.status() == TrafficShift.Status.STOPPED ? "was stopped" : "failed");
        Optional<FollowedShift> rollback = shift.rollbackId().flatMap(id -> alias.all().stream()
                .filter(other -> other.id().equals(id))
                .findFirst());
        if (rollback.isEmpty()) {
            return what + ".";
        }
        String undone = rollback.get()
                .shift()
                .map(seen -> switch (seen.status()) {
                    case SUCCEEDED -> "all traffic is back on the version before";
                    case FAILED, STOPPED ->
                        "going back with " + seen.id() + " failed: " + new Reason(seen.errorMessage()).words();
                    case WAITING, RUNNING -> "the traffic is going back with " + seen.id();
                })
                .orElse("the traffic is going back");
        return what + "; " + undone + ".";
    }

    private List<Problem> alarmProblems(AliasShifts alias, TrafficShift shift, String outcome) {
        List<String> names = names(alias.group(), shift);
        if (names.isEmpty()) {
            return List.of(Problem.error(
                    alias.plan().mark(),
                    "the traffic shift of " + alias.plan().alias() + " was stopped by an alarm: "
                            + new Reason(shift.errorMessage()).words(),
                    outcome));
        }
        return names.stream()
                .map(name -> Problem.error(markOf(alias.plan(), name), words(name), outcome))
                .toList();
    }

    /** Alarms that were seen raised; otherwise those of the group that the service's sentence names. */
    private List<String> names(ShiftGroup group, TrafficShift shift) {
        try {
            alarms.look(List.of(group));
        } catch (SamException unknown) {
            return namedIn(shift, alarms.namesOf(group));
        }
        List<String> raised = alarms.namesOf(group).stream()
                .filter(name -> alarms.raised(name).isPresent())
                .toList();
        return raised.isEmpty() ? namedIn(shift, alarms.namesOf(group)) : raised;
    }

    private static List<String> namedIn(TrafficShift shift, List<String> names) {
        return names.stream()
                .filter(name -> shift.errorMessage().contains(name))
                .toList();
    }

    private String words(String name) {
        return "alarm " + name + " was in ALARM"
                + alarms.raised(name).map(ShiftCauses::circumstances).orElse("");
    }

    private static String circumstances(AlarmState alarm) {
        return (alarm.reason().isEmpty() ? "" : ": " + new Reason(alarm.reason()).words())
                + alarm.since().map(time -> ", since " + TIME.format(time)).orElse("");
    }

    /** Where the alarm is written if it is called so in the template, otherwise the alias. */
    private SourceMark markOf(PlannedShift shift, String alarmName) {
        return shift.alarms().stream()
                .filter(label -> alarmName.equals(label) || alarmName.contains("-" + label + "-"))
                .filter(label -> plan.template().resource(label).isPresent())
                .findFirst()
                .map(plan.template()::resourceMark)
                .orElse(shift.mark());
    }
}

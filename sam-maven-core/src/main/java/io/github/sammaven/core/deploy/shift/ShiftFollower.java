package io.github.sammaven.core.deploy.shift;

import io.github.sammaven.core.aws.ShiftGroup;
import io.github.sammaven.core.aws.StackDescription;
import io.github.sammaven.core.aws.StackEvent;
import io.github.sammaven.core.aws.TransientServiceException;
import io.github.sammaven.core.deploy.follow.StackState;
import io.github.sammaven.core.deploy.follow.StackWatch;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.Warning;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells how the traffic of aliases moves while their stack is updated, and why it went back. CodeDeploy is asked at most
 * every 3 seconds, and not at all unless an alias of the plan is updated. What cannot be had is told once; the deployment
 * goes on without. One use each.
 */
public final class ShiftFollower implements StackWatch {

    private static final Duration PACE = Duration.ofSeconds(3);
    private static final Duration PACE_WHEN_THROTTLED = Duration.ofSeconds(15);

    /** CloudFormation and CodeDeploy need not have the same time to the second. */
    private static final Duration CLOCK_MARGIN = Duration.ofSeconds(2);

    private static final String ALIAS_BEGINS = "UPDATE_IN_PROGRESS";

    private final ShiftPlan plan;
    private final ShiftServices services;
    private final EventSink sink;
    private final InstantSource clock;
    private final Forgone forgone;
    private final ShiftObserver observer;
    private final GroupAlarms alarms;
    private final Map<String, AliasShifts> aliases = new LinkedHashMap<>();
    private final Map<String, Instant> awaited = new LinkedHashMap<>();
    private @Nullable PhysicalNames names;
    private Set<String> seen = Set.of();
    private Instant next = Instant.MIN;
    private boolean failing;

    public ShiftFollower(ShiftPlan plan, ShiftServices services, EventSink sink, InstantSource clock) {
        this.plan = plan;
        this.services = services;
        this.sink = sink;
        this.clock = clock;
        this.forgone = new Forgone(sink);
        this.observer = new ShiftObserver(services.shifts(), forgone, clock);
        this.alarms = new GroupAlarms(services.shifts(), services.alarms(), forgone);
    }

    @Override
    public void look(StackDescription stack, List<StackEvent> events) {
        if (plan.isEmpty() || forgone.has(Forgone.Source.SHIFTS)) {
            return;
        }
        note(stack, events);
        Instant now = clock.instant();
        boolean ended = StackState.isFinal(stack.status());
        if (awaited.isEmpty() && aliases.values().stream().allMatch(AliasShifts::isQuiet)
                || now.isBefore(next) && !ended) {
            return;
        }
        next = now.plus(PACE);
        try {
            ask(now);
            failing = false;
        } catch (TransientServiceException failure) {
            next = now.plus(PACE_WHEN_THROTTLED);
            tell(failure);
        }
    }

    /** Once for each time it happens anew. */
    private void tell(TransientServiceException failure) {
        if (!failing) {
            Problem problem = failure.problems().get(0);
            sink.accept(new Warning(Problem.warning(SourceMark.NONE, problem.message(), "trying again")));
        }
        failing = true;
    }

    private void note(StackDescription stack, List<StackEvent> events) {
        if (names == null) {
            names = new PhysicalNames(services.inventory(), stack.id());
        }
        // Not by their number: what a later event has overtaken is in the list no more.
        Set<String> before = seen;
        seen = events.stream().map(StackEvent::id).collect(Collectors.toSet());
        for (StackEvent event : events) {
            // Nested stacks have templates, and logical ids, of their own.
            boolean nested = !event.stackId().isEmpty() && !event.stackId().equals(stack.id());
            if (before.contains(event.id()) || nested) {
                continue;
            }
            names.note(event);
            if (event.status().equals(ALIAS_BEGINS)) {
                begins(event);
            }
        }
    }

    private void begins(StackEvent event) {
        AliasShifts followed = aliases.get(event.logicalId());
        if (followed != null) {
            followed.expectMore();
        } else if (plan.shifts().stream().anyMatch(shift -> shift.alias().equals(event.logicalId()))) {
            awaited.putIfAbsent(event.logicalId(), event.time().minus(CLOCK_MARGIN));
        }
    }

    private void ask(Instant now) {
        take(now);
        List<FollowedShift> open = new ArrayList<>();
        for (AliasShifts alias : aliases.values()) {
            forgone.without(Forgone.Source.SHIFTS, () -> {
                alias.find(services.shifts());
                return alias;
            });
            open.addAll(alias.open());
        }
        if (open.isEmpty()) {
            return;
        }
        observer.look(open);
        alarms.look(aliases.values().stream().map(AliasShifts::group).toList());
        for (AliasShifts alias : aliases.values()) {
            alias.all().stream()
                    .filter(open::contains)
                    .forEach(shift -> shift.tell(
                            alias.plan().alias(), Optional.of(alias.plan()), alarms.of(alias.group()), now, sink));
            alias.findRollbacks();
        }
    }

    /** The aliases whose update has begun. */
    private void take(Instant now) {
        Map<String, Instant> begun = new LinkedHashMap<>(awaited);
        for (PlannedShift shift : plan.shifts()) {
            Instant since = begun.get(shift.alias());
            if (since != null) {
                forgone.without(Forgone.Source.NAMES, () -> group(shift))
                        .flatMap(found -> found)
                        .ifPresent(group ->
                                aliases.put(shift.alias(), new AliasShifts(shift, group, Optional.of(since), now)));
                awaited.remove(shift.alias());
            }
        }
    }

    private Optional<ShiftGroup> group(PlannedShift shift) {
        return shift.application().flatMap(this::physical).flatMap(application -> shift.group()
                .flatMap(this::physical)
                .map(group -> new ShiftGroup(application, group)));
    }

    private Optional<String> physical(ResourceName name) {
        return names == null ? Optional.empty() : names.of(name);
    }

    @Override
    public List<Problem> causes() {
        if (names == null || aliases.isEmpty()) {
            return List.of();
        }
        try {
            ask(clock.instant());
        } catch (SamException notNow) {
            // What was seen before is told: it must not hide why the stack failed.
            failing = true;
        }
        return new ShiftCauses(plan, services, names, alarms).of(aliases.values());
    }
}

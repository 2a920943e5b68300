package io.github.sammaven.core.deploy.follow;

import io.github.sammaven.core.aws.StackDescription;
import io.github.sammaven.core.aws.StackEvent;
import io.github.sammaven.core.deploy.origin.ResourceMarks;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Finds the one resource everything went wrong for, and says what is left of the stack. */
public final class FailedDeployment {

    private final StackDescription stack;
    private final List<StackEvent> events;
    private final Predicate<StackEvent> ofStack;
    private final ResourceMarks marks;
    private final Duration duration;

    /** @param stack in its final state */
    public FailedDeployment(StackDescription stack, StackEvents events, ResourceMarks marks, Duration duration) {
        this.stack = stack;
        this.events = events.told();
        this.ofStack = events::isOfStack;
        this.marks = marks;
        this.duration = duration;
    }

    public Problem problem() {
        Optional<StackEvent> first = events.stream()
                .filter(event -> isFailure(event) && !isCancelled(event))
                .findFirst();
        List<String> lines = new ArrayList<>();
        first.flatMap(this::origin).ifPresent(lines::add);
        lines.add(stack.name() + ": " + stack.status() + " after " + DurationText.of(duration));
        String cancelled = cancelled();
        lines.add(cancelled + (cancelled.isEmpty() ? "" : " ") + remains());
        lines.addAll(rollbackFailures());
        return Problem.error(
                first.map(this::mark).orElse(SourceMark.NONE),
                first.map(FailedDeployment::words).orElseGet(this::stackWords),
                String.join("\n", lines));
    }

    private boolean isFailure(StackEvent event) {
        return event.status().endsWith("_FAILED") && !ofStack.test(event);
    }

    /** The service stops what runs beside a resource that fails; it has only this sentence for it. */
    private static boolean isCancelled(StackEvent event) {
        return event.reason().matches("(?i)Resource (creation|update|deletion) cancell?ed\\.?");
    }

    private static String words(StackEvent event) {
        return event.logicalId() + " " + event.status() + ": " + new Reason(event.reason()).words();
    }

    private String stackWords() {
        String reason = events.stream()
                .filter(event -> ofStack.test(event) && !event.reason().isEmpty())
                .filter(event ->
                        event.status().contains("ROLLBACK") || event.status().endsWith("_FAILED"))
                .map(StackEvent::reason)
                .findFirst()
                .orElse(stack.statusReason());
        return stack.name() + " " + stack.status() + ": " + new Reason(reason).words();
    }

    private SourceMark mark(StackEvent event) {
        SourceMark own = marks.of(event.logicalId());
        return own.isKnown()
                ? own
                : marks.origin(event.logicalId()).map(marks::of).orElse(SourceMark.NONE);
    }

    private Optional<String> origin(StackEvent event) {
        return marks.of(event.logicalId()).isKnown()
                ? Optional.empty()
                : marks.origin(event.logicalId()).map(name -> event.logicalId() + " was generated for " + name);
    }

    private String cancelled() {
        Set<String> resources = new HashSet<>();
        events.stream()
                .filter(event -> isFailure(event) && isCancelled(event))
                .forEach(event -> resources.add(event.logicalId()));
        if (resources.isEmpty()) {
            return "";
        }
        return resources.size() == 1
                ? "1 further resource was cancelled because of it."
                : resources.size() + " further resources were cancelled because of it.";
    }

    private String remains() {
        String wayOut = StackState.wayOut(stack.status(), stack.name());
        if (stack.status().equals("UPDATE_ROLLBACK_COMPLETE")) {
            return "Nothing of the update remains.";
        }
        if (stack.status().equals("ROLLBACK_COMPLETE")) {
            return "Nothing of it remains but the empty stack.\n" + wayOut;
        }
        if (stack.status().equals("DELETE_COMPLETE")) {
            return "The stack was deleted.";
        }
        return wayOut.isEmpty()
                ? "What was made stays as it is. Correct the cause, then deploy again."
                : "It could not be undone completely.\n" + wayOut;
    }

    /** What stood in the way of undoing, each resource in the order of the service. */
    private List<String> rollbackFailures() {
        if (!stack.status().endsWith("ROLLBACK_FAILED")) {
            return List.of();
        }
        return events.stream()
                .dropWhile(event -> !(ofStack.test(event) && event.status().endsWith("ROLLBACK_IN_PROGRESS")))
                .filter(event -> isFailure(event) && !isCancelled(event))
                .map(event -> "could not be undone: " + words(event))
                .toList();
    }
}

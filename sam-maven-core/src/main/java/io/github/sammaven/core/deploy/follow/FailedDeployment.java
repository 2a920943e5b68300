package io.github.sammaven.core.deploy.follow;

import io.github.sammaven.core.aws.OperationFailure;
import io.github.sammaven.core.aws.StackDescription;
import io.github.sammaven.core.aws.StackEvent;
import io.github.sammaven.core.deploy.cause.FailedResource;
import io.github.sammaven.core.deploy.cause.KnownCauses;
import io.github.sammaven.core.deploy.cause.ServiceReason;
import io.github.sammaven.core.deploy.origin.ResourceMarks;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the one resource everything went wrong for, and says what to do about it and what is left of the stack. */
public final class FailedDeployment {

    private final StackDescription stack;
    private final StackEvents events;
    private final List<StackEvent> told;
    private final Failures failures;
    private final ResourceMarks marks;
    private final Duration duration;
    private final List<Problem> causes;

    /** @param stack in its final state */
    public FailedDeployment(StackDescription stack, StackEvents events, ResourceMarks marks, Duration duration) {
        this.stack = stack;
        this.events = events;
        this.told = events.told();
        this.failures = new Failures(told);
        this.marks = marks;
        this.duration = duration;
        this.causes = events.causes();
    }

    /** How it ended, then the cause, then the way out. */
    public Problem problem() {
        Optional<StackEvent> first = failures.first();
        List<String> lines = new ArrayList<>();
        causes.forEach(cause -> lines.add(cause.toString()));
        if (causes.isEmpty()) {
            lines.addAll(first.map(this::explained).orElseGet(() -> List.of(stackWords())));
        } else {
            first.ifPresent(event -> lines.add("CloudFormation saw " + words(event)));
        }
        String more = more(first);
        lines.add(more + (more.isEmpty() ? "" : " ") + remains());
        lines.addAll(notUndone());
        lines.addAll(wayOut());
        SourceMark mark = causes.stream()
                .map(Problem::mark)
                .filter(SourceMark::isKnown)
                .findFirst()
                .or(() -> first.map(this::mark))
                .orElse(SourceMark.NONE);
        return Problem.error(
                mark,
                stack.name() + ": " + stack.status() + " after " + DurationText.of(duration) + ". The cause was",
                String.join("\n", lines));
    }

    private List<String> explained(StackEvent event) {
        List<String> lines = new ArrayList<>();
        lines.add(words(event));
        if (events.isNested(event)) {
            lines.add("it is in the nested stack " + events.pathTo(event));
        } else if (!marks.of(event.logicalId()).isKnown()) {
            marks.origin(event.logicalId())
                    .ifPresent(name -> lines.add(event.logicalId() + " was generated for " + name));
        }
        hooks(event).forEach(lines::add);
        validations(event).forEach(lines::add);
        hint(event).ifPresent(lines::add);
        return lines;
    }

    private Optional<String> hint(StackEvent event) {
        ServiceReason reason = ServiceReason.parse(event.reason());
        return KnownCauses.hint(
                new FailedResource(event.logicalId(), event.resourceType(), event.status(), reason, roles(event)));
    }

    private static String words(StackEvent event) {
        return event.logicalId() + " " + event.status() + ": "
                + ServiceReason.parse(event.reason()).words();
    }

    private List<String> hooks(StackEvent event) {
        return told.stream()
                .filter(other -> other.logicalId().equals(event.logicalId())
                        && other.stackId().equals(event.stackId()))
                .flatMap(other -> other.hook().stream())
                .filter(hook -> hook.isFailure() && hook.stops())
                .map(hook -> "the hook " + hook.type() + " says: "
                        + ServiceReason.parse(hook.reason()).words())
                .distinct()
                .toList();
    }

    /** The service lists them only where it is asked for one operation. */
    private List<String> validations(StackEvent event) {
        return events.history().failuresOf(event.operationId()).stream()
                .filter(failure -> failure.kind() == OperationFailure.Kind.VALIDATION && failure.stops())
                .map(failure -> (failure.logicalId().isEmpty() ? "" : failure.logicalId() + " ")
                        + (failure.path().isEmpty() ? "" : failure.path() + " ")
                        + "does not pass " + failure.name() + ": "
                        + ServiceReason.parse(failure.reason()).words())
                .distinct()
                .toList();
    }

    private List<FailedResource.Role> roles(StackEvent event) {
        return told.stream()
                .filter(other -> other.resourceType().equals("AWS::IAM::Role")
                        && other.stackId().equals(event.stackId()))
                .map(StackEvent::logicalId)
                .distinct()
                .map(id -> new FailedResource.Role(id, place(id, event)))
                .toList();
    }

    private String place(String role, StackEvent of) {
        SourceMark mark = events.isNested(of) ? SourceMark.NONE : markOf(role);
        return mark.isKnown() ? mark.toString() : "";
    }

    private String stackWords() {
        String reason = told.stream()
                .filter(event -> events.isOfStack(event) && !event.reason().isEmpty())
                .filter(event -> event.status().contains("ROLLBACK") || event.isFailure())
                .map(StackEvent::reason)
                .findFirst()
                .orElse(stack.statusReason());
        return stack.name() + " " + stack.status() + ": "
                + ServiceReason.parse(reason).words();
    }

    private SourceMark mark(StackEvent event) {
        return events.isNested(event) ? events.mark(event) : markOf(event.logicalId());
    }

    private SourceMark markOf(String logicalId) {
        SourceMark own = marks.of(logicalId);
        return own.isKnown() ? own : marks.origin(logicalId).map(marks::of).orElse(SourceMark.NONE);
    }

    private String more(Optional<StackEvent> first) {
        List<String> sentences = new ArrayList<>();
        List<String> others = first.map(failures::others).orElse(List.of()).stream()
                .map(StackEvent::logicalId)
                .distinct()
                .toList();
        if (!others.isEmpty()) {
            sentences.add(String.join(", ", others.subList(0, Math.min(3, others.size())))
                    + (others.size() > 3 ? " and " + (others.size() - 3) + " more" : "") + " failed after it.");
        }
        long cancelled = failures.cancelled();
        if (cancelled > 0) {
            sentences.add(
                    cancelled == 1
                            ? "1 further resource was cancelled because of it."
                            : cancelled + " further resources were cancelled because of it.");
        }
        return String.join(" ", sentences);
    }

    private String remains() {
        if (stack.status().equals("UPDATE_ROLLBACK_COMPLETE")) {
            return "Nothing of the update remains.";
        }
        if (stack.status().equals("ROLLBACK_COMPLETE")) {
            return "Nothing of it remains but the empty stack.";
        }
        if (stack.status().equals("DELETE_COMPLETE")) {
            return "The stack was deleted.";
        }
        return isStuck()
                ? "It could not be undone completely."
                : "What was made stays as it is. Correct the cause, then deploy again.";
    }

    private boolean isStuck() {
        return !StackState.wayOut(stack.status(), stack.name()).isEmpty();
    }

    private List<String> wayOut() {
        return isStuck()
                ? List.of(StackState.wayOut(stack.status(), stack.name()), StackState.RECOVERY_HINT)
                : List.of();
    }

    private List<String> notUndone() {
        return stack.status().endsWith("ROLLBACK_FAILED")
                ? failures.notUndone().stream()
                        .flatMap(event ->
                                Stream.concat(Stream.of("could not be undone: " + words(event)), hint(event).stream()))
                        .toList()
                : List.of();
    }
}

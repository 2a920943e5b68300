package io.github.sammaven.core.deploy.follow;

import io.github.sammaven.core.aws.StackEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The failures of an operation on a stack and those nested in it, told apart: what went wrong first, what was cancelled
 * because of it, and what could not be undone afterwards.
 */
final class Failures {

    private static final String STACK_TYPE = "AWS::CloudFormation::Stack";

    /** The service stops what runs beside a resource that fails; it has only a short sentence for it. */
    private static final Pattern CANCELLED =
            Pattern.compile("(?i).{0,40}(creation|update|deletion|import|operation|resource) (was )?cancell?ed.{0,20}");

    private final List<StackEvent> causes = new ArrayList<>();
    private final List<StackEvent> cancelled = new ArrayList<>();
    private final List<StackEvent> notUndone = new ArrayList<>();

    /** @param told oldest first within each stack */
    Failures(List<StackEvent> told) {
        Set<String> undoing = new HashSet<>();
        for (StackEvent event : told) {
            if (event.isOfStack()) {
                if (isUndoing(event.status())) {
                    undoing.add(event.stackId());
                }
            } else if (event.isFailure()) {
                listFor(event, undoing).add(event);
            }
        }
    }

    private static boolean isUndoing(String status) {
        return status.endsWith("ROLLBACK_IN_PROGRESS") || status.endsWith("CLEANUP_IN_PROGRESS");
    }

    private List<StackEvent> listFor(StackEvent event, Set<String> undoing) {
        if (CANCELLED.matcher(event.reason()).matches()) {
            return cancelled;
        }
        return undoing.contains(event.stackId()) ? notUndone : causes;
    }

    /** What went wrong first; inside of a nested stack, not the stack itself, if that is known. */
    Optional<StackEvent> first() {
        Set<String> failedInside = causes.stream().map(StackEvent::stackId).collect(Collectors.toSet());
        return causes.stream()
                .filter(event ->
                        !(event.resourceType().equals(STACK_TYPE) && failedInside.contains(event.physicalId())))
                .min(Comparator.comparing(StackEvent::time));
    }

    /** How many resources failed by themselves, beside the first, at any depth. */
    List<StackEvent> others(StackEvent first) {
        Set<String> failedInside = causes.stream().map(StackEvent::stackId).collect(Collectors.toSet());
        return causes.stream()
                .filter(event -> !event.resourceType().equals(STACK_TYPE) || !failedInside.contains(event.physicalId()))
                .filter(event -> !sameResource(event, first))
                .toList();
    }

    private static boolean sameResource(StackEvent one, StackEvent other) {
        return one.stackId().equals(other.stackId()) && one.logicalId().equals(other.logicalId());
    }

    /** How many resources were cancelled. */
    long cancelled() {
        return cancelled.stream()
                .map(event -> event.stackId() + ' ' + event.logicalId())
                .distinct()
                .count();
    }

    /** What stood in the way of undoing, in the order of the service. */
    List<StackEvent> notUndone() {
        Set<String> failedInside = notUndone.stream().map(StackEvent::stackId).collect(Collectors.toSet());
        return notUndone.stream()
                .filter(event -> !failedInside.contains(event.physicalId()))
                .toList();
    }
}

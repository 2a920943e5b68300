package io.github.sammaven.core.deploy;

import io.github.sammaven.core.aws.OperationFailure;
import io.github.sammaven.core.deploy.cause.FailedResource;
import io.github.sammaven.core.deploy.cause.KnownCauses;
import io.github.sammaven.core.deploy.cause.ServiceReason;
import io.github.sammaven.core.deploy.follow.Reason;
import io.github.sammaven.core.deploy.origin.ResourceMarks;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the reason why there is no change set into words: what the service lists of it, or its sentence for all. */
final class ChangeSetRefusal {

    private static final Pattern CAPABILITIES = Pattern.compile("Requires capabilities\\s*:\\s*\\[([^\\]]*)\\]");
    private static final Pattern RESOURCE = Pattern.compile("Resource with id \\[(\\w+)\\]");
    private static final List<String> EMPTY =
            List.of("didn't contain changes", "No updates are to be performed", "There are no changes");
    private static final Pattern BELOW =
            Pattern.compile("Nested change set (arn:\\S+) was not successfully created", Pattern.CASE_INSENSITIVE);

    private final String stackName;
    private final List<String> capabilities;
    private final ResourceMarks marks;

    /** @param capabilities those that were given */
    ChangeSetRefusal(String stackName, List<String> capabilities, ResourceMarks marks) {
        this.stackName = stackName;
        this.capabilities = capabilities;
        this.marks = marks;
    }

    /** Whether {@code reason} says that there is nothing to do. */
    static boolean isEmpty(String reason) {
        return EMPTY.stream().anyMatch(reason::contains);
    }

    /** ARN of the change set of a nested stack that made the whole one fail. */
    static Optional<String> failedBelow(String reason) {
        Matcher nested = BELOW.matcher(reason);
        return nested.find() ? Optional.of(nested.group(1)) : Optional.empty();
    }

    /**
     * @param reason of the change set as a whole
     * @param failures what the service found wrong in the template, where it tells
     */
    List<Problem> problems(String reason, List<OperationFailure> failures) {
        List<Problem> found = failures.stream()
                .filter(OperationFailure::stops)
                .map(this::problem)
                .distinct()
                .sorted()
                .toList();
        return found.isEmpty() ? List.of(problem(reason)) : found;
    }

    private Problem problem(OperationFailure failure) {
        String id = failure.logicalId();
        ServiceReason reason = ServiceReason.parse(failure.reason());
        SourceMark own = marks.of(id, failure.path());
        SourceMark mark = own.isKnown() ? own : marks.origin(id).map(marks::of).orElse(SourceMark.NONE);
        FailedResource failed = new FailedResource(id, failure.resourceType(), "", reason, List.of());
        return Problem.error(
                mark,
                stackName + ": " + (id.isEmpty() ? "the template" : id)
                        + (failure.name().isEmpty() ? " is refused: " : " does not pass " + failure.name() + ": ")
                        + reason.words(),
                KnownCauses.hint(failed).map(hint -> hint + "\n").orElse("") + "nothing was changed");
    }

    Problem problem(String reason) {
        Matcher needed = CAPABILITIES.matcher(reason);
        if (needed.find()) {
            Set<String> all = new LinkedHashSet<>(capabilities);
            all.addAll(Arrays.asList(needed.group(1).split("\\s*,\\s*")));
            return Problem.error(
                    SourceMark.NONE,
                    stackName + ": the template asks for rights that were not granted: " + needed.group(1),
                    "review what it does with IAM, then set -Dsam.capabilities=" + String.join(",", all));
        }
        Matcher resource = RESOURCE.matcher(reason);
        SourceMark mark = resource.find() ? marks.of(resource.group(1)) : SourceMark.NONE;
        return Problem.error(
                mark, stackName + ": no change set can be made: " + new Reason(reason).words(), "nothing was changed");
    }
}

package io.github.sammaven.core.operate.remove;

import io.github.sammaven.core.aws.StackDescription;
import io.github.sammaven.core.aws.StackEvent;
import io.github.sammaven.core.deploy.follow.Reason;
import io.github.sammaven.core.deploy.follow.StackEvents;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.problem.SourceMark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says which resources kept a stack from being deleted, why, and what to do about each. */
final class FailedDeletion {

    /** The service names them in the stack's reason too. */
    private static final Pattern NAMED = Pattern.compile("failed to delete: \\[([^\\]]*)\\]");

    private static final Pattern DENIED = Pattern.compile("not authorized to perform: ([A-Za-z0-9-]+:[A-Za-z0-9*]+)");

    private final StackDescription stack;
    private final Map<String, Failure> failures = new LinkedHashMap<>();

    private record Failure(String type, String reason) {}

    FailedDeletion(StackDescription stack, StackEvents events) {
        this.stack = stack;
        for (StackEvent event : events.told()) {
            if (event.status().equals("DELETE_FAILED") && !events.isOfStack(event)) {
                failures.put(event.logicalId(), new Failure(event.resourceType(), event.reason()));
            }
        }
        Matcher named = NAMED.matcher(stack.statusReason());
        if (named.find()) {
            for (String id : named.group(1).split(",\\s*")) {
                failures.putIfAbsent(id.strip(), new Failure("", ""));
            }
        }
    }

    /** Logical ids. */
    Set<String> resources() {
        return failures.keySet();
    }

    SamException exception() {
        List<Problem> problems = new ArrayList<>();
        failures.forEach((id, failure) -> problems.add(Problem.error(
                SourceMark.NONE,
                id + (failure.type().isEmpty() ? "" : " (" + failure.type() + ")") + " cannot be deleted: "
                        + new Reason(failure.reason()).words(),
                wayOut(id, failure.reason()))));
        if (problems.isEmpty()) {
            problems.add(Problem.error(
                    SourceMark.NONE,
                    "the stack " + stack.name() + " cannot be deleted: " + new Reason(stack.statusReason()).words(),
                    wayOut("ID", stack.statusReason())));
        }
        problems.add(Problem.error(
                SourceMark.NONE,
                "the stack " + stack.name() + " is in " + stack.status() + ", and none of its artifacts was touched",
                "do what is said above, then run the goal again"));
        return new SamException(problems, null);
    }

    private static String wayOut(String id, String reason) {
        String words = reason.toLowerCase(Locale.ROOT);
        Matcher denied = DENIED.matcher(reason);
        if (denied.find()) {
            return "allow " + denied.group(1) + " for whoever deletes the stack";
        }
        if (words.contains("not empty") || words.contains("contains images")) {
            return "delete what it holds with the stack: -Dsam.emptyBuckets\n" + keep(id);
        }
        if (words.contains("in use by")) {
            return "delete the stack that uses it first";
        }
        if (words.contains("deletion protection")) {
            return "switch its deletion protection off\n" + keep(id);
        }
        if (words.contains("network interface")
                || words.contains("dependent object")
                || words.contains("dependencies")) {
            return "something is still attached to it; network interfaces of a function go within 40 minutes\n"
                    + keep(id);
        }
        return keep(id);
    }

    private static String keep(String id) {
        return "or leave it where it is: -Dsam.retainResources=" + id;
    }
}

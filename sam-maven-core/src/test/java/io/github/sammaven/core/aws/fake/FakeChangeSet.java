package io.github.sammaven.core.aws.fake;

import java.util.List;
import java.util.Map;

/** A change set that was asked for; its status depends on how often it was looked at. */
final class FakeChangeSet {

    final String arn;
    final String name;
    final String type;
    final FakeTemplate template;
    final Map<String, String> parameters;
    final Map<String, String> tags;
    final List<Change> changes;
    final String failure;
    private int pollsLeft;
    private boolean executed;

    /** One line of a change set. */
    record Change(String action, String logicalId, String type) {}

    /** @param failure why it cannot be executed; empty if it can */
    FakeChangeSet(
            String arn,
            String name,
            String type,
            FakeTemplate template,
            Map<String, String> parameters,
            Map<String, String> tags,
            List<Change> changes,
            String failure,
            int polls) {
        this.arn = arn;
        this.name = name;
        this.type = type;
        this.template = template;
        this.parameters = parameters;
        this.tags = tags;
        this.changes = changes;
        this.failure = failure;
        this.pollsLeft = polls;
    }

    void look() {
        pollsLeft = Math.max(0, pollsLeft - 1);
    }

    String status() {
        if (pollsLeft > 0) {
            return "CREATE_IN_PROGRESS";
        }
        return failure.isEmpty() ? "CREATE_COMPLETE" : "FAILED";
    }

    String executionStatus() {
        if (executed) {
            return "EXECUTE_COMPLETE";
        }
        return status().equals("CREATE_COMPLETE") ? "AVAILABLE" : "UNAVAILABLE";
    }

    void execute() {
        if (!executionStatus().equals("AVAILABLE")) {
            throw new QueryError(
                    400,
                    "InvalidChangeSetStatus",
                    "ChangeSet [" + arn + "] cannot be executed in its current status of [" + status() + "]");
        }
        executed = true;
    }
}

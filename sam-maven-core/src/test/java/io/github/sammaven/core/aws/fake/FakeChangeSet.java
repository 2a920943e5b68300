package io.github.sammaven.core.aws.fake;

import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    final Optional<String> token;
    final Optional<String> onStackFailure;
    private boolean executed;
    private boolean obsolete;
    private Optional<String> executionToken = Optional.empty();

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
            int polls,
            Optional<String> token,
            Optional<String> onStackFailure) {
        this.arn = arn;
        this.name = name;
        this.type = type;
        this.template = template;
        this.parameters = parameters;
        this.tags = tags;
        this.changes = changes;
        this.failure = failure;
        this.pollsLeft = polls;
        this.token = token;
        this.onStackFailure = onStackFailure;
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
        if (obsolete) {
            return "OBSOLETE";
        }
        return status().equals("CREATE_COMPLETE") ? "AVAILABLE" : "UNAVAILABLE";
    }

    boolean isExecuted() {
        return executed;
    }

    /** A change set that was not executed is about a stack that is no more. */
    void becomeObsolete() {
        obsolete = !executed;
    }

    /** The same call once more does nothing. */
    boolean isRepeated(Optional<String> token) {
        return executed && token.isPresent() && token.equals(executionToken);
    }

    void execute(Optional<String> token) {
        if (!executionStatus().equals("AVAILABLE")) {
            throw new QueryError(
                    400,
                    "InvalidChangeSetStatus",
                    "ChangeSet [" + arn + "] cannot be executed in its current status of [" + status() + "]");
        }
        executed = true;
        executionToken = token;
    }
}

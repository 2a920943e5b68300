package io.github.sammaven.core.aws.fake;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The steps of an execution, as the service would take them. */
final class FakeOperation {

    private final FakeStack stack;
    private final FakeChangeSet changeSet;
    private final boolean disableRollback;
    private final String verb;
    private final StackScript.@Nullable Failing failing;
    private final StackScript.@Nullable Failing rollbackFailing;

    FakeOperation(FakeStack stack, FakeChangeSet changeSet, boolean disableRollback) {
        this.stack = stack;
        this.changeSet = changeSet;
        this.disableRollback = disableRollback;
        this.verb = changeSet.type;
        this.failing = stack.script.failing;
        this.rollbackFailing = stack.script.rollbackFailing;
        stack.script.failing = null;
        stack.script.rollbackFailing = null;
    }

    List<Runnable> steps() {
        List<Runnable> steps = new ArrayList<>();
        steps.add(this::start);
        steps.add(this::initiate);
        if (failing == null) {
            steps.add(this::complete);
            steps.add(this::finish);
            return steps;
        }
        steps.add(this::fail);
        if (deletes()) {
            steps.add(() -> stack.stackEvent("DELETE_COMPLETE", ""));
        } else if (!disableRollback) {
            steps.add(this::undo);
        }
        return steps;
    }

    private boolean deletes() {
        return stack.script.knowsOnStackFailure
                && changeSet.onStackFailure.filter("DELETE"::equals).isPresent();
    }

    private boolean creates() {
        return verb.equals("CREATE");
    }

    private void start() {
        if (!creates()) {
            stack.updated = stack.now();
        } else {
            stack.tags = changeSet.tags;
        }
        stack.stackEvent(verb + "_IN_PROGRESS", "User Initiated");
    }

    private void initiate() {
        for (FakeChangeSet.Change change : changed()) {
            event(change, verbOf(change) + "_IN_PROGRESS", "");
            if (verbOf(change).equals("CREATE")) {
                event(change, "CREATE_IN_PROGRESS", "Resource creation Initiated");
            }
        }
    }

    private void complete() {
        changed().forEach(change -> event(change, verbOf(change) + "_COMPLETE", ""));
        if (verb.equals("UPDATE")) {
            stack.stackEvent("UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", "");
        }
    }

    private void finish() {
        changeSet.changes.stream()
                .filter(change -> change.action().equals("Remove"))
                .forEach(change -> event(change, "DELETE_COMPLETE", ""));
        stack.template = changeSet.template;
        stack.parameters = changeSet.parameters;
        stack.tags = changeSet.tags;
        stack.stackEvent(verb + "_COMPLETE", "");
    }

    private void fail() {
        boolean failed = false;
        for (FakeChangeSet.Change change : changed()) {
            if (change.logicalId().equals(failing.logicalId())) {
                event(change, verbOf(change) + "_FAILED", failing.reason());
                failed = true;
            } else if (failed) {
                String what = verbOf(change).equals("CREATE") ? "creation" : "update";
                event(change, verbOf(change) + "_FAILED", "Resource " + what + " cancelled");
            } else {
                event(change, verbOf(change) + "_COMPLETE", "");
            }
        }
        if (!failed) {
            throw new IllegalStateException("the script fails a resource that does not change: " + failing);
        }
        String why = "The following resource(s) failed to " + (creates() ? "create" : "update") + ": ["
                + failing.logicalId() + "].";
        if (deletes()) {
            stack.stackEvent("DELETE_IN_PROGRESS", why + " Delete requested by user.");
        } else if (disableRollback) {
            stack.stackEvent(verb + "_FAILED", why);
            keepWhatWasMade();
        } else {
            stack.stackEvent(creates() ? "ROLLBACK_IN_PROGRESS" : "UPDATE_ROLLBACK_IN_PROGRESS", why);
        }
    }

    private void undo() {
        String undone = creates() ? "DELETE" : "UPDATE";
        for (FakeChangeSet.Change change : changed()) {
            if (rollbackFailing != null && change.logicalId().equals(rollbackFailing.logicalId())) {
                event(change, undone + "_FAILED", rollbackFailing.reason());
            } else {
                event(change, undone + "_COMPLETE", "");
            }
        }
        String end = rollbackFailing == null ? "ROLLBACK_COMPLETE" : "ROLLBACK_FAILED";
        stack.stackEvent(creates() ? end : "UPDATE_" + end, "");
        if (creates()) {
            keepWhatWasMade();
        }
    }

    private void keepWhatWasMade() {
        stack.template = changeSet.template;
        stack.parameters = changeSet.parameters;
    }

    private List<FakeChangeSet.Change> changed() {
        return changeSet.changes.stream()
                .filter(change -> !change.action().equals("Remove"))
                .toList();
    }

    private String verbOf(FakeChangeSet.Change change) {
        return switch (change.action()) {
            case "Add" -> "CREATE";
            case "Import" -> "IMPORT";
            default -> "UPDATE";
        };
    }

    private void event(FakeChangeSet.Change change, String status, String reason) {
        stack.resourceEvent(change.logicalId(), change.type(), status, reason);
    }
}

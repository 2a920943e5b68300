package io.github.sammaven.core.deploy;

import io.github.sammaven.core.aws.ChangeSetDescription;
import io.github.sammaven.core.aws.PlannedChange;
import io.github.sammaven.core.deploy.origin.ResourceMarks;
import io.github.sammaven.core.report.PropertyChange;
import io.github.sammaven.core.report.ResourceChange;
import io.github.sammaven.core.report.ResourceChange.Action;
import io.github.sammaven.core.report.ResourceChange.Disposal;
import io.github.sammaven.core.report.ResourceChange.Replacement;
import java.util.List;

/** Changes in the service's words as what is shown to people. */
final class PlannedChanges {

    private final ResourceMarks marks;

    PlannedChanges(ResourceMarks marks) {
        this.marks = marks;
    }

    List<ResourceChange> of(ChangeSetDescription changeSet) {
        return changeSet.changes().stream().map(this::shown).toList();
    }

    private ResourceChange shown(PlannedChange change) {
        return ResourceChange.of(action(change.action()), change.logicalId(), change.resourceType())
                .replaced(replacement(change.replacement()), Disposal.UNKNOWN)
                .changing(
                        change.properties().stream().map(PropertyChange::named).toList())
                .at(marks.of(change.logicalId()));
    }

    /** An action that is not known here changes something. */
    private static Action action(String name) {
        return switch (name) {
            case "Add" -> Action.ADD;
            case "Remove" -> Action.REMOVE;
            case "Import" -> Action.IMPORT;
            case "Dynamic" -> Action.DYNAMIC;
            default -> Action.MODIFY;
        };
    }

    private static Replacement replacement(String name) {
        return switch (name) {
            case "True" -> Replacement.YES;
            case "Conditional" -> Replacement.CONDITIONAL;
            default -> Replacement.NO;
        };
    }
}

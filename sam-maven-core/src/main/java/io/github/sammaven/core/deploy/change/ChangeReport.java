package io.github.sammaven.core.deploy.change;

import io.github.sammaven.core.aws.PlannedChange;
import io.github.sammaven.core.deploy.origin.ResourceOrigins;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.report.ResourceChange;
import io.github.sammaven.core.report.ResourceChange.Action;
import io.github.sammaven.core.report.ResourceChange.Disposal;
import io.github.sammaven.core.report.ResourceChange.Replacement;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Changes in the service's words as what is shown to people: led back to the template, without secrets, first what is
 * added and last what is replaced and removed.
 */
final class ChangeReport {

    private final ResourceOrigins origins;
    private final Secrets secrets;

    ChangeReport(ResourceOrigins origins, Secrets secrets) {
        this.origins = origins;
        this.secrets = secrets;
    }

    private record Placed(ResourceChange change, int position) {}

    List<ResourceChange> of(ChangeTree tree) {
        return of(tree, Optional.empty());
    }

    /** @param parent place of the nested stack in the template; empty for the stack itself */
    private List<ResourceChange> of(ChangeTree tree, Optional<SourceMark> parent) {
        List<PlannedChange> changes = tree.description().changes();
        Set<String> replaced = changes.stream()
                .filter(change -> change.replacement().equals("True"))
                .map(PlannedChange::logicalId)
                .collect(Collectors.toUnmodifiableSet());
        ResourceOrigins known = parent.isEmpty() ? origins : ResourceOrigins.unknown();
        PropertyChanges properties = new PropertyChanges(known, secrets, replaced, parent);
        return changes.stream()
                .map(change -> new Placed(
                        shown(
                                change,
                                known,
                                properties,
                                parent,
                                Optional.ofNullable(tree.nested().get(change.logicalId()))),
                        known.position(change.logicalId())))
                .sorted(Comparator.comparing((Placed placed) -> rank(placed.change()))
                        .thenComparing(Placed::position))
                .map(Placed::change)
                .toList();
    }

    private ResourceChange shown(
            PlannedChange change,
            ResourceOrigins known,
            PropertyChanges properties,
            Optional<SourceMark> parent,
            Optional<ChangeTree> nested) {
        SourceMark mark = parent.orElseGet(() -> known.mark(change.logicalId()));
        return new ResourceChange(
                action(change.action()),
                change.logicalId(),
                change.physicalId(),
                change.resourceType(),
                replacement(change.replacement()),
                disposal(change, known),
                properties.of(change),
                known.source(change.logicalId()),
                mark,
                nested.map(tree -> of(tree, Optional.of(mark))).orElse(List.of()));
    }

    /** What may lose data stands next to the question that follows. */
    private static int rank(ResourceChange change) {
        return switch (change.action()) {
            case ADD -> 0;
            case IMPORT -> 1;
            case MODIFY, DYNAMIC ->
                switch (change.replacement()) {
                    case NO -> 2;
                    case CONDITIONAL -> 3;
                    case YES -> 4;
                };
            case REMOVE -> 5;
        };
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

    /** A service that does not say leaves it to the template, which knows no more of what is removed. */
    private static Disposal disposal(PlannedChange change, ResourceOrigins known) {
        String policy = change.policyAction();
        if (policy.isEmpty() && !replacement(change.replacement()).equals(Replacement.NO)) {
            policy = known.attribute(change.logicalId(), "UpdateReplacePolicy").orElse("");
        }
        return switch (policy) {
            case "Delete", "ReplaceAndDelete" -> Disposal.DELETED;
            case "Retain", "ReplaceAndRetain" -> Disposal.RETAINED;
            case "Snapshot", "ReplaceAndSnapshot" -> Disposal.SNAPSHOT;
            default -> Disposal.UNKNOWN;
        };
    }
}

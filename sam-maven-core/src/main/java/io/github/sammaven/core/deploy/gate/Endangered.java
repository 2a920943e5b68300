package io.github.sammaven.core.deploy.gate;

import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.report.ChangeWords;
import io.github.sammaven.core.report.PropertyChange;
import io.github.sammaven.core.report.ResourceChange;
import io.github.sammaven.core.report.ResourceChange.Action;
import io.github.sammaven.core.report.ResourceChange.Disposal;
import io.github.sammaven.core.report.ResourceChange.Replacement;
import java.util.stream.Collectors;

/**
 * A resource with data that goes away.
 *
 * @param path its logical id, with those of the nested stacks it is in
 * @param change what happens to it
 * @param loss what is lost; empty for a nested stack, of which nobody knows what it holds
 */
record Endangered(String path, ResourceChange change, String loss) {

    /** Whether data is lost for sure if this goes on. */
    boolean isCertain() {
        boolean kept = change.disposal() == Disposal.RETAINED || change.disposal() == Disposal.SNAPSHOT;
        return !kept && !loss.isEmpty() && change.replacement() != Replacement.CONDITIONAL;
    }

    /** @param option allows it */
    Problem refusal(String option) {
        String wayOut = isRemoved()
                ? "keep it in the template, or set DeletionPolicy: Retain on it and deploy that first"
                : keep() + ", or set UpdateReplacePolicy: Retain to keep the old one";
        return Problem.error(
                mark(),
                path + " (" + change.resourceType() + ") would be " + happens() + "; lost with it: " + loss,
                wayOut + "\nto allow it once: " + option);
    }

    Problem warning() {
        return Problem.warning(mark(), path + " (" + change.resourceType() + ") " + expectation(), advice());
    }

    private String expectation() {
        if (change.disposal() == Disposal.RETAINED) {
            return isRemoved()
                    ? "is removed from the stack but stays in the account with its data"
                    : "is " + happens() + "; the old one stays in the account with its data, the new one is empty";
        }
        if (change.disposal() == Disposal.SNAPSHOT) {
            return "is " + happens() + "; a snapshot of its data is kept";
        }
        if (loss.isEmpty()) {
            return "is a nested stack and is " + happens() + " with everything in it";
        }
        return "may be " + happens() + "; lost with it: " + loss;
    }

    private String advice() {
        if (change.disposal() == Disposal.UNKNOWN || change.disposal() == Disposal.DELETED) {
            return loss.isEmpty()
                    ? "look whether a resource in it holds data"
                    : "set UpdateReplacePolicy: Retain to be sure that nothing is lost";
        }
        return "";
    }

    private boolean isRemoved() {
        return change.action() == Action.REMOVE;
    }

    private String happens() {
        String why = ChangeWords.replacement(change);
        return isRemoved() ? "removed" : "replaced" + (why.isEmpty() ? "" : " " + why);
    }

    private String keep() {
        String names =
                change.replacing().stream().map(PropertyChange::name).distinct().collect(Collectors.joining(" and "));
        return names.isEmpty() ? "undo the change" : "keep " + names + " as it is";
    }

    /** The property that is to blame, else the resource. */
    private SourceMark mark() {
        return change.replacing().stream()
                .map(PropertyChange::mark)
                .filter(SourceMark::isKnown)
                .findFirst()
                .orElse(change.mark());
    }
}

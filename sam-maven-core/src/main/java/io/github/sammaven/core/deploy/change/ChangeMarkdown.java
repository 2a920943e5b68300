package io.github.sammaven.core.deploy.change;

import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.report.ChangeSetReady;
import io.github.sammaven.core.report.ChangeWords;
import io.github.sammaven.core.report.PropertyChange;
import io.github.sammaven.core.report.ResourceChange;
import io.github.sammaven.core.report.ResourceChange.Action;
import io.github.sammaven.core.report.ResourceChange.Disposal;
import io.github.sammaven.core.report.ResourceChange.Replacement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A change set for the person who approves it: first what may lose data, then everything. */
final class ChangeMarkdown {

    private final ChangeSetReady report;

    ChangeMarkdown(ChangeSetReady report) {
        this.report = report;
    }

    private record Row(String path, ResourceChange change) {}

    String text() {
        List<Row> rows = new ArrayList<>();
        collect("", report.changes(), rows);
        StringBuilder text =
                new StringBuilder("# Changes to " + escaped(report.stackName()) + " (" + report.region() + ")\n\n");
        if (!report.changeSet().isEmpty()) {
            text.append("Change set: `").append(report.changeSet()).append("`\n\n");
        }
        text.append(counts(rows)).append("\n");
        List<Row> endangered =
                rows.stream().filter(row -> mayLose(row.change())).toList();
        if (!endangered.isEmpty()) {
            text.append(
                    "\n## Data at stake\n\n| Resource | Type | What happens | What is lost | Place |\n|---|---|---|---|---|\n");
            endangered.forEach(row -> text.append(row(row, what(row.change()), loss(row.change()))));
        }
        if (!rows.isEmpty()) {
            text.append(
                    "\n## All changes\n\n| Resource | Type | What happens | Details | Place |\n|---|---|---|---|---|\n");
            rows.forEach(row -> text.append(row(row, what(row.change()), details(row.change()))));
        }
        return text.toString();
    }

    private static void collect(String prefix, List<ResourceChange> changes, List<Row> rows) {
        for (ResourceChange change : changes) {
            rows.add(new Row(prefix + change.logicalId(), change));
            collect(prefix + change.logicalId() + "/", change.nested(), rows);
        }
    }

    private static String counts(List<Row> rows) {
        long added = count(rows, Action.ADD) + count(rows, Action.IMPORT);
        long removed = count(rows, Action.REMOVE);
        long replaced = rows.stream()
                .filter(row -> row.change().replacement() == Replacement.YES)
                .count();
        return "%d added, %d modified, %d replaced, %d removed."
                .formatted(added, rows.size() - added - removed - replaced, replaced, removed);
    }

    private static long count(List<Row> rows, Action action) {
        return rows.stream().filter(row -> row.change().action() == action).count();
    }

    private static boolean mayLose(ResourceChange change) {
        boolean goes = change.action() == Action.REMOVE || change.replacement() != Replacement.NO;
        return goes && StatefulTypes.loss(change.resourceType()).isPresent();
    }

    private static String loss(ResourceChange change) {
        return switch (change.disposal()) {
            case RETAINED -> "nothing: it stays in the account, outside of the stack";
            case SNAPSHOT -> "nothing: a snapshot is kept";
            case DELETED, UNKNOWN -> StatefulTypes.loss(change.resourceType()).orElse("");
        };
    }

    private static String what(ResourceChange change) {
        String old = change.disposal() == Disposal.RETAINED
                ? ", the old one is kept"
                : change.disposal() == Disposal.SNAPSHOT ? ", a snapshot is kept" : "";
        if (change.replacement() == Replacement.YES) {
            return "**replaced** " + escaped(ChangeWords.replacement(change)) + old;
        }
        if (change.replacement() == Replacement.CONDITIONAL) {
            return "may be replaced " + escaped(ChangeWords.replacement(change)) + old;
        }
        return switch (change.action()) {
            case ADD -> "added";
            case IMPORT -> "imported";
            case MODIFY -> "modified";
            case DYNAMIC -> "may change";
            case REMOVE -> "**removed**" + (change.disposal() == Disposal.RETAINED ? ", but kept in the account" : old);
        };
    }

    private static String details(ResourceChange change) {
        return change.properties().stream().map(ChangeMarkdown::detail).collect(Collectors.joining("<br>"));
    }

    private static String detail(PropertyChange property) {
        return escaped(ChangeWords.of(property));
    }

    private static String row(Row row, String what, String details) {
        ResourceChange change = row.change();
        String origin = change.source().map(id -> " (for " + id + ")").orElse("");
        return "| " + escaped(row.path() + origin) + " | " + change.resourceType() + " | " + what.strip() + " | "
                + details
                + " | "
                + link(change.replacing().stream()
                        .map(PropertyChange::mark)
                        .filter(SourceMark::isKnown)
                        .findFirst()
                        .orElse(change.mark()))
                + " |\n";
    }

    /** Repository browsers jump to {@code #L12}. */
    private static String link(SourceMark mark) {
        return mark.isKnown()
                ? "[" + mark + "](" + mark.file() + (mark.line() > 0 ? "#L" + mark.line() : "") + ")"
                : "";
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("|", "\\|")
                .replace("<", "&lt;")
                .replace("*", "\\*")
                .replace("_", "\\_")
                .replace("`", "\\`");
    }
}

package io.github.sammaven.plugin.console;

import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.report.ChangeSetReady;
import io.github.sammaven.core.report.ChangeWords;
import io.github.sammaven.core.report.PropertyChange;
import io.github.sammaven.core.report.ResourceChange;
import io.github.sammaven.core.report.ResourceChange.Action;
import io.github.sammaven.core.report.ResourceChange.Replacement;
import java.util.ArrayList;
import java.util.List;

/**
 * A change set as lines: a resource in each, in columns as wide as their content, and below it what does not fit. Changes
 * in nested stacks are indented under their stack.
 */
final class ChangeLines {

    private static final String STEP = "  ";

    /** A column that is wider leaves nothing for what matters. */
    private static final int WIDEST_COLUMN = 44;

    private final int width;

    /** @param width characters a line may have; what is longer is cut */
    ChangeLines(int width) {
        this.width = width;
    }

    private record Row(String id, ResourceChange change, int depth) {}

    /** What becomes of a resource as a whole, and the place to look at, which is never cut. */
    private record Fate(String words, String place) {

        boolean isEmpty() {
            return length() == 0;
        }

        int length() {
            return words.length() + place.length();
        }
    }

    List<String> of(ChangeSetReady changes) {
        List<Row> rows = new ArrayList<>();
        collect(changes.changes(), 1, rows);
        int ids = widest(rows.stream().map(Row::id).toList());
        int types = widest(rows.stream().map(row -> row.change().resourceType()).toList());
        List<String> lines = new ArrayList<>();
        lines.add("Changes to " + changes.stackName() + " (" + changes.region() + ")");
        if (rows.isEmpty()) {
            lines.add(STEP + "no resource changes: it is about outputs, tags or parameters");
        }
        rows.forEach(row -> add(row, ids, types, lines));
        return lines;
    }

    private static void collect(List<ResourceChange> changes, int depth, List<Row> rows) {
        for (ResourceChange change : changes) {
            rows.add(new Row(STEP.repeat(depth) + symbol(change) + " " + change.logicalId(), change, depth));
            collect(change.nested(), depth + 1, rows);
        }
    }

    private static int widest(List<String> cells) {
        return cells.stream()
                .mapToInt(String::length)
                .filter(length -> length <= WIDEST_COLUMN)
                .max()
                .orElse(0);
    }

    private void add(Row row, int ids, int types, List<String> lines) {
        String start = padded(row.id(), ids) + STEP + padded(row.change().resourceType(), types);
        int room = width - start.length() - STEP.length();
        Fate fate = fate(row.change());
        List<String> properties =
                row.change().properties().stream().map(ChangeWords::of).toList();
        String joined = String.join(", ", properties);
        String indent = STEP.repeat(row.depth() + 2);
        if (fate.isEmpty() && joined.length() <= room) {
            lines.add((start + STEP + joined).stripTrailing());
            return;
        }
        if (fate.length() <= room) {
            lines.add((start + STEP + fate.words() + fate.place()).stripTrailing());
        } else {
            lines.add(cut(start.stripTrailing(), width));
            lines.add(cut(indent + fate.words(), width - fate.place().length()) + fate.place());
        }
        if (fate.isEmpty() || isTelling(row.change())) {
            properties.forEach(property -> lines.add(cut(indent + property, width)));
        }
    }

    /** Whether the properties say more than the names that are in the reason for a replacement already. */
    private static boolean isTelling(ResourceChange change) {
        return change.properties().size() > change.replacing().size()
                || change.properties().stream()
                        .anyMatch(property -> property.before().isPresent()
                                || property.after().isPresent());
    }

    private static String symbol(ResourceChange change) {
        boolean replaced = change.replacement() == Replacement.YES;
        return switch (change.action()) {
            case ADD, IMPORT -> "+";
            case MODIFY, DYNAMIC -> replaced ? "!" : "~";
            case REMOVE -> "-";
        };
    }

    /** Empty if it stays what it is. */
    private static Fate fate(ResourceChange change) {
        if (change.replacement() != Replacement.NO) {
            String verb = change.replacement() == Replacement.YES ? "REPLACED" : "may be replaced";
            String old = old(change);
            return new Fate(
                    words(verb, ChangeWords.replacement(change)), place(change) + (old.isEmpty() ? "" : ", " + old));
        }
        return new Fate(
                switch (change.action()) {
                    case REMOVE -> old(change);
                    case IMPORT -> "imported";
                    case ADD, MODIFY, DYNAMIC -> "";
                },
                "");
    }

    private static String old(ResourceChange change) {
        return switch (change.disposal()) {
            case RETAINED -> change.action() == Action.REMOVE ? "stays in the account" : "the old one is kept";
            case SNAPSHOT -> "a snapshot is kept";
            case DELETED, UNKNOWN -> "";
        };
    }

    private static String words(String verb, String reason) {
        return reason.isEmpty() ? verb : verb + " " + reason;
    }

    private static String place(ResourceChange change) {
        SourceMark mark = change.replacing().stream()
                .map(PropertyChange::mark)
                .filter(SourceMark::isKnown)
                .findFirst()
                .orElse(change.mark());
        return mark.isKnown() ? " (" + mark + ")" : "";
    }

    private static String cut(String line, int room) {
        return line.length() <= room ? line : line.substring(0, Math.max(1, room - 1)) + "…";
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}

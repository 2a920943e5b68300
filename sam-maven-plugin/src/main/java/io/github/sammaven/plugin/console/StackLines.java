package io.github.sammaven.plugin.console;

import io.github.sammaven.core.report.StackEnded;
import io.github.sammaven.core.report.StackProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Words for what happens to a stack. */
final class StackLines {

    private static final int NAME_WIDTH = 24;
    private static final int STATUS_WIDTH = 20;
    private static final int TIME_WIDTH = 11;

    private StackLines() {}

    /** Status, resource, type and reason; what is nested is indented. */
    static String line(StackProgress progress, boolean colours) {
        String status = colours ? coloured(progress.status()) : padded(progress.status(), STATUS_WIDTH);
        return status + "  " + name(progress) + "  " + progress.resourceType()
                + (progress.reason().isEmpty() ? "" : "  " + progress.reason());
    }

    /** The same with a colour for the state and with the time it takes, which comes before what may be cut off. */
    static String row(StackProgress progress, String time) {
        return "  " + coloured(progress.status()) + "  " + name(progress) + "  " + padded(time, TIME_WIDTH) + "  "
                + progress.resourceType();
    }

    private static String coloured(String status) {
        return StatusColour.of(status)
                + status
                + StatusColour.NONE
                + " ".repeat(Math.max(0, STATUS_WIDTH - status.length()));
    }

    private static String name(StackProgress progress) {
        return padded("  ".repeat(progress.depth()) + progress.logicalId(), NAME_WIDTH);
    }

    /** What was done to how many resources; empty if it failed or there is nothing to tell. */
    static Optional<String> summary(StackEnded ended) {
        boolean good = ended.status().matches("(CREATE|UPDATE|IMPORT|DELETE)_COMPLETE");
        List<String> parts = new ArrayList<>();
        ended.resources().forEach((outcome, count) -> {
            if (outcome != StackEnded.Outcome.OTHER) {
                parts.add(count + " " + outcome.name().toLowerCase(Locale.ROOT));
            }
        });
        if (!good || parts.isEmpty()) {
            return Optional.empty();
        }
        String slowest = ended.slowest().stream()
                .map(slow -> slow.logicalId() + " " + Units.time(slow.took()))
                .collect(Collectors.joining(", "));
        return Optional.of(String.join(", ", parts) + " in " + Units.time(ended.took())
                + (slowest.isEmpty() ? "" : "; slowest: " + slowest));
    }

    /** Whether it is about a stack as a whole that is a resource of another one too. */
    static boolean repeatsParent(StackProgress progress) {
        return progress.depth() > 0 && progress.logicalId().equals(progress.stack());
    }

    private static String padded(String text, int width) {
        return String.format(Locale.ROOT, "%-" + width + "s", text);
    }
}

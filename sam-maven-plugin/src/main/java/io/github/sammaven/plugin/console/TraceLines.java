package io.github.sammaven.plugin.console;

import io.github.sammaven.core.operate.trace.TraceStep;
import io.github.sammaven.core.operate.trace.TraceTree;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Traces as text.
 *
 * @param zone of the times
 */
public record TraceLines(ZoneId zone) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT);
    private static final int BAR = 20;

    /** The trace, and its steps indented below with a bar for their share of it. */
    public List<String> of(TraceTree trace) {
        List<String> lines = new ArrayList<>();
        Instant start = Instant.ofEpochMilli(Math.round(trace.start() * 1000));
        lines.add("Trace " + trace.id() + "  " + TIME.format(start.atZone(zone)) + "  " + seconds(trace.seconds()));
        trace.roots().forEach(step -> add(step, trace.seconds(), "  ", lines));
        return lines;
    }

    private static void add(TraceStep step, double whole, String indent, List<String> lines) {
        double share = whole <= 0 ? 0 : Math.min(1, step.seconds() / whole);
        int filled = (int) Math.round(share * BAR);
        lines.add("[" + "#".repeat(filled) + "-".repeat(BAR - filled) + "]"
                + String.format(Locale.ROOT, "%4d %%", Math.round(share * 100)) + indent + seconds(step.seconds())
                + "  "
                + step.name()
                + (step.origin().isEmpty() ? "" : " (" + step.origin() + ")")
                + (step.httpStatus().isPresent() ? "  HTTP " + step.httpStatus().getAsInt() : "")
                + (step.verdict() == TraceStep.Verdict.OK ? "" : "  " + step.verdict())
                + (step.reason().isEmpty() ? "" : "  " + step.reason()));
        step.steps().forEach(inner -> add(inner, whole, indent + "  ", lines));
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.3f s", seconds);
    }
}

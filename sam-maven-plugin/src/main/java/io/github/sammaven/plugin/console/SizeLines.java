package io.github.sammaven.plugin.console;

import io.github.sammaven.core.limits.ArchiveEntry;
import io.github.sammaven.core.limits.Quotas;
import io.github.sammaven.core.size.FunctionSize;
import io.github.sammaven.core.size.SizeReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The sizes of functions as they are told after packaging. */
public final class SizeLines {

    private final SizeReport report;

    public SizeLines(SizeReport report) {
        this.report = report;
    }

    /** One line for each function. */
    public List<String> table() {
        return report.functions().stream().map(this::line).toList();
    }

    /** As {@link #table()}, with the biggest files of each function below it. */
    public List<String> tableWithFiles() {
        List<String> lines = new ArrayList<>();
        for (FunctionSize function : report.functions()) {
            lines.add(line(function));
            for (ArchiveEntry entry : function.biggest()) {
                lines.add(String.format(Locale.ROOT, "  %14s  %s", Units.size(entry.size()), entry.name()));
            }
        }
        return lines;
    }

    private String line(FunctionSize function) {
        int width = report.functions().stream()
                .mapToInt(other -> other.logicalId().length())
                .max()
                .orElse(0);
        String layers = function.layerBytes() == 0 ? "" : " with layers";
        String limit = Units.size(Quotas.UNZIPPED_CODE.value());
        return String.format(
                Locale.ROOT,
                "%-" + width + "s  %s zip%s   %s of %s unzipped%s (%.1f %%)",
                function.logicalId(),
                Units.size(function.zippedBytes()),
                growth(function),
                Units.size(function.totalBytes()),
                limit,
                layers,
                100 * function.shareOfLimit());
    }

    private static String growth(FunctionSize function) {
        if (function.growthBytes().isEmpty()) {
            return "";
        }
        long growth = function.growthBytes().getAsLong();
        if (growth == 0) {
            return " (as before)";
        }
        return " (" + Units.size(Math.abs(growth)) + (growth > 0 ? " more" : " less") + " than before)";
    }
}

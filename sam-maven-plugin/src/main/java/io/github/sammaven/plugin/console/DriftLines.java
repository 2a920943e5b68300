package io.github.sammaven.plugin.console;

import io.github.sammaven.core.aws.ResourceDrift;
import io.github.sammaven.core.aws.ResourceDrift.PropertyDrift;
import io.github.sammaven.core.deploy.origin.ResourceOrigins;
import io.github.sammaven.core.operate.drift.DriftReport;
import io.github.sammaven.core.operate.drift.DriftedResource;
import io.github.sammaven.core.problem.SourceMark;
import java.util.ArrayList;
import java.util.List;

/** What was changed behind the back of a stack: a line for each resource, and one below it for each property. */
public final class DriftLines {

    private static final int WIDEST_VALUE = 60;

    private final ResourceOrigins origins;

    /** @param origins places of the resources of the stack itself */
    public DriftLines(ResourceOrigins origins) {
        this.origins = origins;
    }

    public List<String> of(DriftReport report) {
        List<String> lines = new ArrayList<>();
        for (DriftedResource resource : report.drifted()) {
            add(resource, lines);
        }
        return lines;
    }

    private void add(DriftedResource resource, List<String> lines) {
        ResourceDrift drift = resource.drift();
        boolean deleted = drift.status().equals("DELETED");
        lines.add((deleted ? "  - " : "  ~ ") + resource.path() + "  " + drift.type() + "  "
                + (deleted ? "was deleted" : "was changed") + place(origin(resource, "")));
        for (PropertyDrift property : drift.differences()) {
            lines.add("      " + name(property) + "  " + words(property)
                    + place(origin(resource, "/Properties" + property.path())));
        }
    }

    private SourceMark origin(DriftedResource resource, String path) {
        if (!resource.isOfRoot()) {
            return SourceMark.NONE;
        }
        return path.isEmpty() ? origins.mark(resource.path()) : origins.mark(resource.path(), path);
    }

    private static String name(PropertyDrift property) {
        return property.path().substring(1).replace('/', '.');
    }

    private static String words(PropertyDrift property) {
        return switch (property.kind()) {
            case "ADD" -> "added: " + cut(property.actual());
            case "REMOVE" -> "removed: " + cut(property.expected());
            default -> cut(property.expected()) + " → " + cut(property.actual());
        };
    }

    private static String cut(String value) {
        return value.length() <= WIDEST_VALUE ? value : value.substring(0, WIDEST_VALUE - 1) + "…";
    }

    private static String place(SourceMark mark) {
        return mark.isKnown() ? "  (" + mark + ")" : "";
    }
}

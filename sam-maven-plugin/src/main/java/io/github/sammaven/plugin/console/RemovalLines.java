package io.github.sammaven.plugin.console;

import io.github.sammaven.core.operate.remove.RemoveResult;
import io.github.sammaven.core.operate.remove.RetainedResource;
import java.util.ArrayList;
import java.util.List;

/** Says what has become of a stack. */
public final class RemovalLines {

    private RemovalLines() {}

    public static List<String> of(RemoveResult result) {
        List<String> lines = new ArrayList<>();
        lines.add(result.stackName() + ": " + outcome(result));
        if (!result.retained().isEmpty()) {
            lines.add("Still there, and yours to delete:");
            result.retained().forEach(resource -> lines.add("  " + line(resource)));
        }
        if (!result.kept().isEmpty()) {
            lines.add("Kept, because other stacks refer to it:");
            result.kept().forEach(kept -> lines.add("  " + kept));
        }
        return lines;
    }

    private static String outcome(RemoveResult result) {
        return switch (result.outcome()) {
            case DELETED -> "deleted, with" + with(result);
            case FINISHED -> "was gone already; deleted" + with(result);
            case ABSENT -> "there is no such stack, nothing to delete";
            case DECLINED -> "nothing was deleted";
        };
    }

    private static String with(RemoveResult result) {
        String images = result.images() == 0 ? "" : " and " + Units.count(result.images(), "image");
        return " " + Units.count(result.objects(), "object") + images + " after " + Units.time(result.duration());
    }

    private static String line(RetainedResource resource) {
        return resource.logicalId() + "  " + resource.type() + "  " + resource.physicalId();
    }
}

package io.github.sammaven.core.operate.remove;

import io.github.sammaven.core.aws.RemovableStack;
import io.github.sammaven.core.operate.remove.StackInventory.Found;
import java.util.ArrayList;
import java.util.List;

/** Says before anything happens what will. */
record RemovalPlan(RemovableStack stack, StackInventory inventory, Leftovers leftovers, RemoveRequest.Options options) {

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        int count = inventory.resources().size();
        lines.add("Deleting the stack " + stack.name() + " (" + stack.status() + ") with "
                + (count == 1 ? "1 resource" : count + " resources") + ", then " + artifacts());
        for (Found found : inventory.stateful()) {
            lines.add("  with what it holds: " + line(found)
                    + (options.emptyBuckets() && Emptying.empties(found) ? ", which is emptied first" : ""));
        }
        inventory.retained().forEach(found -> lines.add("  stays as its template says: " + line(found)));
        inventory.foreign().forEach(location -> lines.add("  stays, since packaging did not make it: " + location));
        leftovers.prefix().ifPresent(prefix -> lines.add("  with all objects below " + prefix.shown()));
        return lines;
    }

    private String artifacts() {
        int objects = leftovers.objects().size();
        int images = leftovers.images().size();
        String text = objects == 1 ? "1 object" : objects + " objects";
        return images == 0 ? text : text + " and " + (images == 1 ? "1 image" : images + " images");
    }

    private static String line(Found found) {
        return found.path() + "  " + found.resource().type() + "  "
                + found.resource().physicalId();
    }
}

package io.github.sammaven.core.deploy.follow;

import io.github.sammaven.core.aws.HookResult;
import io.github.sammaven.core.aws.StackEvent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What matters of the events so far: those of the stacks themselves, every failure, and the last of each resource. Its
 * size depends on the number of resources, not on how much happens to them.
 */
final class EventJournal {

    private final TreeMap<Long, StackEvent> kept = new TreeMap<>();
    private final Map<String, Long> last = new HashMap<>();
    private final Set<String> failures = new HashSet<>();
    private long told;

    void add(StackEvent event) {
        String resource = event.stackId() + ' ' + event.logicalId();
        kept.put(told, event);
        if (!event.isOfStack() && !isNewFailure(resource, event)) {
            Long before = last.put(resource, told);
            if (before != null) {
                kept.remove(before);
            }
        }
        told++;
    }

    private boolean isNewFailure(String resource, StackEvent event) {
        boolean failed =
                event.isFailure() || event.hook().filter(HookResult::isFailure).isPresent();
        return failed && failures.add(resource + ' ' + event.status() + ' ' + event.reason());
    }

    /** In the order in which they were told. */
    List<StackEvent> events() {
        return List.copyOf(kept.values());
    }
}

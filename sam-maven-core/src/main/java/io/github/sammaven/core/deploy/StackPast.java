package io.github.sammaven.core.deploy;

import io.github.sammaven.core.aws.EventPage;
import io.github.sammaven.core.aws.StackEvent;
import io.github.sammaven.core.aws.StackHistory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What all events of a stack together tell about it. */
final class StackPast {

    private static final Set<String> ALIVE = Set.of("CREATE_COMPLETE", "UPDATE_COMPLETE", "IMPORT_COMPLETE");
    private static final Set<String> GONE = Set.of("DELETE_COMPLETE", "DELETE_SKIPPED");

    private final String stackId;
    private final List<StackEvent> newestFirst;

    private StackPast(String stackId, List<StackEvent> newestFirst) {
        this.stackId = stackId;
        this.newestFirst = newestFirst;
    }

    static StackPast of(String stackId, StackHistory history) {
        List<StackEvent> all = new ArrayList<>();
        EventPage page = history.events(stackId, Optional.empty());
        all.addAll(page.events());
        while (page.next().isPresent()) {
            page = history.events(stackId, page.next());
            all.addAll(page.events());
        }
        return new StackPast(stackId, all);
    }

    /** Whether the stack was ever in use. */
    boolean hasLived() {
        return newestFirst.stream()
                .anyMatch(event -> event.physicalId().equals(stackId) && ALIVE.contains(event.status()));
    }

    /** Resources that were begun and not removed, with their types. */
    List<String> leftovers() {
        Map<String, StackEvent> last = new LinkedHashMap<>();
        newestFirst.stream()
                .filter(event -> !event.physicalId().equals(stackId))
                .forEach(event -> last.putIfAbsent(event.logicalId(), event));
        return last.values().stream()
                .filter(event ->
                        !GONE.contains(event.status()) && !event.physicalId().isEmpty())
                .map(event -> event.logicalId() + " (" + event.resourceType() + ")")
                .sorted()
                .toList();
    }
}

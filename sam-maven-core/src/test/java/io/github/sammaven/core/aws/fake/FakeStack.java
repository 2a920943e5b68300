package io.github.sammaven.core.aws.fake;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A stack and what is going on with it. */
final class FakeStack {

    final String id;
    final String name;
    final StackScript script;
    final Map<String, FakeChangeSet> changeSets = new LinkedHashMap<>();
    private final Supplier<Instant> clock;
    private final List<FakeEvent> events = new ArrayList<>();
    private final Deque<Runnable> steps = new ArrayDeque<>();
    final Instant created;

    @Nullable
    Instant updated;

    @Nullable
    FakeTemplate template;

    Map<String, String> parameters = Map.of();
    Map<String, String> tags = Map.of();
    String changeSetId = "";
    boolean isProtected;
    final Map<String, String> physicalIds = new LinkedHashMap<>();
    String parentId = "";
    String rootId = "";
    String status = "REVIEW_IN_PROGRESS";
    String reason = "";
    private Instant now;
    private String shownBefore = "";
    private @Nullable Instant updatedBefore;
    private int staleLeft;
    private int lateLeft;
    private int polls;

    FakeStack(String id, String name, StackScript script, Supplier<Instant> clock) {
        this.id = id;
        this.name = name;
        this.script = script;
        this.clock = clock;
        this.now = clock.get();
        this.created = now;
    }

    /** What happens next, one step for each time the stack is looked at often enough. */
    void begin(List<Runnable> operation) {
        shownBefore = script.stalePolls > 0 ? status : "";
        updatedBefore = updated;
        staleLeft = script.stalePolls;
        lateLeft = script.latePolls;
        polls = 0;
        now = clock.get();
        steps.addAll(operation);
        steps.remove().run();
    }

    void look() {
        if (staleLeft > 0) {
            staleLeft--;
            return;
        }
        shownBefore = "";
        if (!steps.isEmpty() && ++polls >= script.pollsPerStep) {
            polls = 0;
            now = clock.get();
            steps.remove().run();
        }
    }

    Instant now() {
        return now;
    }

    boolean isStale() {
        return !shownBefore.isEmpty();
    }

    String shownStatus() {
        return isStale() ? shownBefore : status;
    }

    @Nullable
    Instant shownUpdated() {
        return isStale() ? updatedBefore : updated;
    }

    void stackEvent(String newStatus, String why) {
        status = newStatus;
        reason = why;
        add(name, id, "AWS::CloudFormation::Stack", newStatus, why);
    }

    void resourceEvent(String logicalId, String type, String newStatus, String why) {
        add(logicalId, name + "-" + logicalId + "-1A2B3C", type, newStatus, why);
    }

    private void add(String logicalId, String physicalId, String type, String newStatus, String why) {
        String eventId = logicalId + "-" + newStatus + "-" + events.size();
        events.add(new FakeEvent(eventId, now, logicalId, physicalId, type, newStatus, why));
    }

    /** Newest first, as they show now. */
    List<FakeEvent> events() {
        List<FakeEvent> shown = new ArrayList<>(isStale() ? events.subList(0, eventsBefore()) : events);
        if (steps.isEmpty() && lateLeft > 0 && !shown.isEmpty()) {
            lateLeft--;
            shown.remove(shown.size() - 1);
        }
        Collections.reverse(shown);
        return shown;
    }

    /** While the old status shows, the events of the operation do not show either. */
    private int eventsBefore() {
        int count = events.size();
        while (count > 0 && events.get(count - 1).time().equals(now)) {
            count--;
        }
        return count;
    }

    boolean isBusy() {
        return !steps.isEmpty();
    }

    boolean isDeleted() {
        return status.equals("DELETE_COMPLETE");
    }

    boolean exists() {
        return template != null;
    }
}

package io.github.sammaven.plugin.console;

import io.github.sammaven.core.report.StackProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The resources that change now, those that ended last, and how many there are. Times are of this machine. */
final class ResourceRows {

    private static final int ENDED_KEPT = 2;

    private final Map<String, Row> moving = new LinkedHashMap<>();
    private final Deque<Row> ended = new ArrayDeque<>();
    private final Set<String> seen = new HashSet<>();
    private final Set<String> done = new HashSet<>();
    private String rootName = "";
    private int expected;

    /** A resource and when it began to change. */
    record Row(StackProgress progress, Instant since) {

        Duration age(Instant now) {
            return Duration.between(since, now);
        }
    }

    void expect(int resources) {
        expected = resources;
    }

    /** Whether the state of something changed by it, and not only what the service says about it. */
    boolean add(StackProgress progress, Instant now) {
        if (rootName.isEmpty()) {
            // The first event of an operation is the one of the stack itself.
            rootName = progress.logicalId();
        }
        String key = progress.stack() + ' ' + progress.logicalId();
        boolean ofStack =
                progress.depth() == 0 ? progress.logicalId().equals(rootName) : StackLines.repeatsParent(progress);
        Row before = moving.get(key);
        boolean runs = progress.status().endsWith("_IN_PROGRESS");
        if (!ofStack) {
            count(key, runs);
            Row row = new Row(progress, before == null ? now : before.since());
            if (runs) {
                moving.put(key, row);
            } else {
                moving.remove(key);
                ended.addLast(row);
                while (ended.size() > ENDED_KEPT) {
                    ended.removeFirst();
                }
            }
        }
        return before == null || !before.progress().status().equals(progress.status());
    }

    private void count(String key, boolean runs) {
        seen.add(key);
        if (runs) {
            done.remove(key);
        } else {
            done.add(key);
        }
    }

    /** Those that began first come first. */
    Collection<Row> moving() {
        return List.copyOf(moving.values());
    }

    List<Row> ended() {
        return new ArrayList<>(ended);
    }

    /** {@code 12 of 34 done}. */
    String counts() {
        return done.size() + " of " + Math.max(expected, seen.size()) + " done";
    }

    String rootName() {
        return rootName;
    }
}

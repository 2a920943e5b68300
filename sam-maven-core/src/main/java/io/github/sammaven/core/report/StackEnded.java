package io.github.sammaven.core.report;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A stack is not followed any more.
 *
 * @param stackName the stack
 * @param status its last known status; empty if it could not be read
 * @param took how long it was followed
 * @param resources how many resources came to which end, those of nested stacks too
 * @param slowest at most three that took more than 10 s, the slowest first
 */
public record StackEnded(
        String stackName, String status, Duration took, Map<Outcome, Integer> resources, List<Slow> slowest)
        implements SamEvent {

    public StackEnded {
        Map<Outcome, Integer> ordered = new EnumMap<>(Outcome.class);
        ordered.putAll(resources);
        resources = Collections.unmodifiableMap(ordered);
        slowest = List.copyOf(slowest);
    }

    /** What became of a resource. */
    public enum Outcome {
        CREATED,
        UPDATED,
        REPLACED,
        IMPORTED,
        DELETED,
        RETAINED,
        OTHER
    }

    /** A resource that took long. */
    public record Slow(String logicalId, String resourceType, Duration took) {}
}

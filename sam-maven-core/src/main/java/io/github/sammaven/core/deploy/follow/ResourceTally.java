package io.github.sammaven.core.deploy.follow;

import io.github.sammaven.core.aws.StackEvent;
import io.github.sammaven.core.report.StackEnded;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts what became of resources and how long each took, by the service's clock. */
final class ResourceTally {

    private static final int SLOWEST = 3;
    private static final Duration WORTH_NAMING = Duration.ofSeconds(10);

    private final Map<String, Instant> running = new HashMap<>();
    private final Map<String, StackEnded.Outcome> outcomes = new HashMap<>();
    private final List<StackEnded.Slow> slowest = new ArrayList<>();

    void add(StackEvent event) {
        if (event.isOfStack()) {
            return;
        }
        String resource = event.stackId() + ' ' + event.logicalId();
        if (event.status().endsWith("_IN_PROGRESS")) {
            running.putIfAbsent(resource, event.time());
            return;
        }
        Instant begun = running.remove(resource);
        if (event.status().endsWith("_COMPLETE") && begun != null) {
            took(event, Duration.between(begun, event.time()));
        }
        outcomes.compute(resource, (same, before) -> {
            StackEnded.Outcome now = outcome(event.status());
            boolean oldOne = before == StackEnded.Outcome.UPDATED && now == StackEnded.Outcome.DELETED;
            return oldOne ? StackEnded.Outcome.REPLACED : now;
        });
    }

    private static StackEnded.Outcome outcome(String status) {
        return switch (status) {
            case "CREATE_COMPLETE" -> StackEnded.Outcome.CREATED;
            case "UPDATE_COMPLETE" -> StackEnded.Outcome.UPDATED;
            case "DELETE_COMPLETE" -> StackEnded.Outcome.DELETED;
            case "DELETE_SKIPPED" -> StackEnded.Outcome.RETAINED;
            case "IMPORT_COMPLETE" -> StackEnded.Outcome.IMPORTED;
            default -> StackEnded.Outcome.OTHER;
        };
    }

    /** Stacks take as long as what is in them and are not named beside it. */
    private void took(StackEvent event, Duration duration) {
        if (duration.compareTo(WORTH_NAMING) > 0 && !event.resourceType().equals("AWS::CloudFormation::Stack")) {
            slowest.add(new StackEnded.Slow(event.logicalId(), event.resourceType(), duration));
            slowest.sort(Comparator.comparing(StackEnded.Slow::took).reversed());
            if (slowest.size() > SLOWEST) {
                slowest.remove(SLOWEST);
            }
        }
    }

    Map<StackEnded.Outcome, Integer> counts() {
        Map<StackEnded.Outcome, Integer> counts = new EnumMap<>(StackEnded.Outcome.class);
        outcomes.values().forEach(outcome -> counts.merge(outcome, 1, Integer::sum));
        return counts;
    }

    List<StackEnded.Slow> slowest() {
        return List.copyOf(slowest);
    }
}

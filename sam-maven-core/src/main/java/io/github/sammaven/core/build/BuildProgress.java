package io.github.sammaven.core.build;

import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.InvalidTemplateException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.report.EventSink;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects what comes of a build; tells of each artifact once those before it in the template are done. */
final class BuildProgress {

    private final List<PlannedArtifact> planned;
    private final EventSink events;
    private final Map<String, Finished> finished = new HashMap<>();
    private final List<SamException> failures = new ArrayList<>();
    private final Set<Problem> problems = new LinkedHashSet<>();
    private int told;

    BuildProgress(List<PlannedArtifact> planned, EventSink events) {
        this.planned = planned;
        this.events = events;
    }

    void failed(Collection<Problem> found) {
        problems.addAll(found);
    }

    boolean hasFailed() {
        return !problems.isEmpty();
    }

    void done(Attempt attempt) {
        attempt.failure().ifPresent(failure -> {
            failures.add(failure);
            problems.addAll(failure.problems());
        });
        attempt.finished().forEach(one -> finished.put(one.event().id(), one));
        while (told < planned.size() && finished.containsKey(planned.get(told).id())) {
            events.accept(finished.get(planned.get(told).id()).event());
            told++;
        }
    }

    /** @throws SamException with every problem: the user's if all of them are */
    BuildResult result() {
        if (problems.isEmpty()) {
            return BuildResult.of(
                    planned.stream().map(one -> finished.get(one.id())).toList());
        }
        if (failures.stream().allMatch(BuildProgress::isOfTheUser)) {
            throw new InvalidTemplateException(List.copyOf(problems));
        }
        throw new SamException(List.copyOf(problems), failures.get(0));
    }

    private static boolean isOfTheUser(SamException failure) {
        return failure instanceof InvalidTemplateException || failure instanceof InvalidOptionException;
    }
}

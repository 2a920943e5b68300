package io.github.sammaven.core.aws;

import java.util.List;
import java.util.Optional;

/** Compares a stack's resources with its template. Methods throw as those of {@link StackGateway}. */
public interface DriftDetection {

    /**
     * Begins to compare.
     *
     * @param stack name or ARN; stacks nested in it are not compared
     * @return id of the comparison
     */
    String start(String stack);

    /**
     * @param detectionId what {@link #start} gave
     * @return empty while it goes on
     */
    Optional<DriftOutcome> outcome(String detectionId);

    /** What was found of each resource that is not as it should be. */
    List<ResourceDrift> drifts(String stack);
}

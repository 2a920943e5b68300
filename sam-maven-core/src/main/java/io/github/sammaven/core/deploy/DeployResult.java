package io.github.sammaven.core.deploy;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A deployment that came to a good end.
 *
 * @param stackName the stack
 * @param stackId its ARN; empty if there is no such stack
 * @param region where it is
 * @param status its status, {@code CREATE_COMPLETE}; empty if there is no such stack
 * @param outcome what became of the change set
 * @param outputs values by output name: those of the template in its order, then the rest as the service gives them
 * @param duration from the first call to the last
 */
public record DeployResult(
        String stackName,
        String stackId,
        String region,
        String status,
        Outcome outcome,
        Map<String, String> outputs,
        Duration duration) {

    public DeployResult {
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    }

    /** What became of a change set. */
    public enum Outcome {
        /** It was executed. */
        CHANGED,
        /** There was nothing to change. */
        UNCHANGED,
        /** A gate did not admit it; it was deleted and the stack is as before. */
        DECLINED
    }

    /** Whether the stack is another than before. */
    public boolean changed() {
        return outcome == Outcome.CHANGED;
    }
}

package io.github.sammaven.core.deploy;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A deployment that succeeded.
 *
 * @param stackName the stack
 * @param stackId its ARN
 * @param region where it is
 * @param status its status, {@code CREATE_COMPLETE}
 * @param changed whether there was anything to change
 * @param outputs values by output name: those of the template in its order, then the rest as the service gives them
 * @param duration from the first call to the last
 */
public record DeployResult(
        String stackName,
        String stackId,
        String region,
        String status,
        boolean changed,
        Map<String, String> outputs,
        Duration duration) {

    public DeployResult {
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    }
}

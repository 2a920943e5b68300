package io.github.sammaven.core.local.invoke;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A function as a runner takes it.
 *
 * @param logicalId its logical id
 * @param functionName the name the function sees
 * @param runtime {@code java17}, ...
 * @param handler as in the template
 * @param code folder or archive with its code
 * @param layers folders or archives of its layers, in template order
 * @param memoryMb memory in MB
 * @param timeout time for one invocation
 * @param arn the ARN the function sees
 * @param environment all variables, built-in ones included; possibly secrets
 */
public record LocalFunction(
        String logicalId,
        String functionName,
        String runtime,
        String handler,
        Path code,
        List<Path> layers,
        int memoryMb,
        Duration timeout,
        String arn,
        Map<String, String> environment) {

    public LocalFunction {
        layers = List.copyOf(layers);
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    }

    /** Without the values of the variables. */
    @Override
    public String toString() {
        return "LocalFunction[" + logicalId + ", " + runtime + ", " + handler + ", " + code + "]";
    }
}

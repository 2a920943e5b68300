package io.github.sammaven.core.local.invoke;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A function as it is run on this machine.
 *
 * @param name the name people use for it, the logical id
 * @param functionName the name it has in AWS
 * @param runtime {@code java17}, ...
 * @param handler as in the template
 * @param code unpacked folder, or a {@code .jar} or {@code .zip} file
 * @param layers folders in the shape of {@code /opt}; later ones win
 * @param memoryMb memory in MB
 * @param timeout time for one invocation
 * @param environment every variable of the function, as {@link EnvironmentVariables} composes them
 * @param region for the ARN
 * @param accountId for the ARN
 */
public record LocalFunction(
        String name,
        String functionName,
        String runtime,
        String handler,
        Path code,
        List<Path> layers,
        int memoryMb,
        Duration timeout,
        Map<String, String> environment,
        String region,
        String accountId) {

    public LocalFunction {
        layers = List.copyOf(layers);
        environment = Map.copyOf(environment);
    }

    /** The unqualified ARN the handler sees. */
    public String arn() {
        String partition = region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
        return "arn:" + partition + ":lambda:" + region + ":" + accountId + ":function:" + functionName;
    }
}

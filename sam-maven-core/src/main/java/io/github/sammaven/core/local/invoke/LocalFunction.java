package io.github.sammaven.core.local.invoke;

import io.github.sammaven.core.function.Architecture;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * A function as it is run on this machine.
 *
 * @param name the name people use for it, the logical id, behind the path of its stack if that is nested
 * @param functionName the name it has in AWS
 * @param code what is run
 * @param architecture it is made for
 * @param memoryMb memory in MB
 * @param timeout time for one invocation
 * @param environment every variable of the function, as {@link EnvironmentVariables} composes them
 * @param snapStart whether its published versions start from a snapshot
 * @param region for the ARN
 * @param accountId for the ARN
 */
public record LocalFunction(
        String name,
        String functionName,
        FunctionPackage code,
        Architecture architecture,
        int memoryMb,
        Duration timeout,
        Map<String, String> environment,
        boolean snapStart,
        String region,
        String accountId) {

    /** As SAM CLI gives while debugging, 36,000 s. */
    private static final Duration PATIENCE = Duration.ofHours(10);

    public LocalFunction {
        environment = Map.copyOf(environment);
    }

    /** The same with all the time a person at a breakpoint may need. */
    public LocalFunction unhurried() {
        Map<String, String> variables = new HashMap<>(environment);
        variables.put("AWS_LAMBDA_FUNCTION_TIMEOUT", Long.toString(PATIENCE.toSeconds()));
        return new LocalFunction(
                name, functionName, code, architecture, memoryMb, PATIENCE, variables, snapStart, region, accountId);
    }

    /** The unqualified ARN the handler sees. */
    public String arn() {
        String partition = region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
        return "arn:" + partition + ":lambda:" + region + ":" + accountId + ":function:" + functionName;
    }
}

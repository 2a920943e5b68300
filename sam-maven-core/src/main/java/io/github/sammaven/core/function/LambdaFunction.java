package io.github.sammaven.core.function;

import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.template.MappingNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A function, whether written as {@code AWS::Serverless::Function} or {@code AWS::Lambda::Function}.
 *
 * @param stack path of the nested stack it is in, {@code Child/GrandChild}; empty for the root
 * @param logicalId key in {@code Resources}
 * @param functionName {@code FunctionName} if it is given and known, else the logical id
 * @param runtime {@code java17}, ...; empty for images
 * @param handler as written; empty for images
 * @param memoryMb memory in MB; 128 if not given
 * @param timeout time for one invocation; 3 s if not given
 * @param architecture x86_64 if not given
 * @param code where the code is
 * @param layers in template order
 * @param environment declared variables, in template order; the empty text where a value is unknown offline
 * @param unknownVariables names of variables whose value only AWS can tell, with the reason
 * @param properties {@code Properties} with Globals merged in, otherwise as written
 * @param metadata {@code Metadata} as written; empty if there is none
 * @param mark where the logical id is
 */
public record LambdaFunction(
        String stack,
        String logicalId,
        String functionName,
        String runtime,
        String handler,
        int memoryMb,
        Duration timeout,
        Architecture architecture,
        CodeSource code,
        List<LayerReference> layers,
        Map<String, String> environment,
        Map<String, String> unknownVariables,
        MappingNode properties,
        MappingNode metadata,
        SourceMark mark) {

    /** Memory of a function that does not say, MB. */
    public static final int DEFAULT_MEMORY_MB = 128;

    /** Time of a function that does not say. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(3);

    public LambdaFunction {
        layers = List.copyOf(layers);
    }

    /** What sets it apart from the functions of all stacks: {@code Child/GrandChild/Function}. */
    public String id() {
        return stack.isEmpty() ? logicalId : stack + "/" + logicalId;
    }
}

package io.github.sammaven.core.function;

import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.template.MappingNode;

/**
 * A layer, whether written as {@code AWS::Serverless::LayerVersion} or {@code AWS::Lambda::LayerVersion}.
 *
 * @param stack path of the nested stack it is in, {@code Child/GrandChild}; empty for the root
 * @param logicalId key in {@code Resources}
 * @param code where its content is
 * @param properties {@code Properties} with Globals merged in, otherwise as written
 * @param metadata {@code Metadata} as written; empty if there is none
 * @param mark where the logical id is
 */
public record LambdaLayer(
        String stack,
        String logicalId,
        CodeSource code,
        MappingNode properties,
        MappingNode metadata,
        SourceMark mark) {

    /** What sets it apart from the layers of all stacks: {@code Child/GrandChild/Layer}. */
    public String id() {
        return stack.isEmpty() ? logicalId : stack + "/" + logicalId;
    }
}

package io.github.sammaven.core.transform.generate;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import java.util.Optional;

/**
 * What invokes a function refers to: the function, or the alias that is published for it.
 *
 * @param functionId logical id of the function
 * @param aliasId logical id of the alias, if there is one
 */
public record LambdaTarget(String functionId, Optional<String> aliasId) {

    /** The ARN to invoke. */
    public MappingNode arn() {
        return aliasId.map(Intrinsic::ref).orElseGet(() -> Intrinsic.getAtt(functionId, "Arn"));
    }

    /** What permissions call {@code FunctionName}. */
    public MappingNode name() {
        return Intrinsic.ref(logicalId());
    }

    /** The resource behind it: the alias if there is one. */
    public String logicalId() {
        return aliasId.orElse(functionId);
    }
}

package io.github.sammaven.core.local.apigateway.authorize.lambda;

import io.github.sammaven.core.local.invoke.InvocationResult;
import java.util.Optional;

/** Calls the functions of this run. */
@FunctionalInterface
public interface FunctionCalls {

    /**
     * @param function as in {@code Integration.Function}
     * @param event JSON
     * @return empty if the function is not served here
     * @throws io.github.sammaven.core.problem.SamException if it cannot be started
     */
    Optional<InvocationResult> call(String function, byte[] event);
}

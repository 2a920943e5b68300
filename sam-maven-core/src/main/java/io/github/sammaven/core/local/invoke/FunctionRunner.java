package io.github.sammaven.core.local.invoke;

import io.github.sammaven.core.problem.SamException;

/** Runs functions: in a child process, or in a container. */
public interface FunctionRunner {

    /**
     * Prepares an execution environment. The function itself may start with the first invocation only.
     *
     * @throws SamException if this runner cannot run the function, with the way out
     */
    ExecutionEnvironment prepare(LocalFunction function);
}

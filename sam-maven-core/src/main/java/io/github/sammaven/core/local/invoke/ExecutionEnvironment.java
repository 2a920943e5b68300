package io.github.sammaven.core.local.invoke;

import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.SamException;

/**
 * One execution environment of one function. It stays warm between invocations and serves one at a time; others wait.
 * Closing it ends everything it started.
 */
public interface ExecutionEnvironment extends AutoCloseable {

    /**
     * Runs the function once. That the function fails is a result, not an exception.
     *
     * @throws InvalidOptionException if the event is larger than Lambda takes; the function does not see it
     * @throws SamException if the runtime cannot be started at all
     */
    InvocationResult invoke(Invocation invocation);

    @Override
    void close();
}

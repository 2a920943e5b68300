package io.github.sammaven.core.local.invoke;

/**
 * One execution environment. It stays warm between invocations and takes them one at a time: a second caller waits.
 * After a failure of the runtime or a timeout the next invocation starts afresh.
 */
public interface FunctionEnvironment extends AutoCloseable {

    /**
     * Runs the handler once. A failure of the function is a result, not an exception.
     *
     * @throws io.github.sammaven.core.problem.InvalidOptionException if the event is over the limit of Lambda
     * @throws io.github.sammaven.core.problem.SamException if the process cannot be started or the wait was interrupted
     */
    InvocationResult invoke(Invocation invocation);

    /** Ends the function's process and everything it started. */
    @Override
    void close();
}

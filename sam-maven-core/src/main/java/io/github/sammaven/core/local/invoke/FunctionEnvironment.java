package io.github.sammaven.core.local.invoke;

/**
 * One execution environment. It stays warm between invocations and takes them one at a time: a second caller waits.
 * After a failure of the runtime or a timeout the next invocation starts afresh.
 */
public interface FunctionEnvironment extends AutoCloseable {

    /**
     * Runs the handler once; an answer that is streamed is collected. A failure of the function is a result, not an
     * exception.
     *
     * @throws io.github.sammaven.core.problem.InvalidOptionException if the event is over the limit of Lambda
     * @throws io.github.sammaven.core.problem.SamException if the process cannot be started or the wait was interrupted
     */
    InvocationResult invoke(Invocation invocation);

    /**
     * Runs the handler once, and passes on an answer that is streamed as it comes. An environment that cannot do that
     * collects it.
     *
     * @throws io.github.sammaven.core.problem.InvalidOptionException if the event is over the limit of Lambda
     * @throws io.github.sammaven.core.problem.SamException if the process cannot be started or the wait was interrupted
     */
    default InvocationResult invoke(Invocation invocation, ResponseStream stream) {
        return invoke(invocation);
    }

    /** Ends the function's process and everything it started. */
    @Override
    void close();
}

package io.github.sammaven.core.local.invoke;

/** Makes execution environments for functions: in child processes, in containers. */
public interface FunctionRunner {

    /**
     * Starts an environment. Its initialisation goes on in the background; the first invocation waits for it.
     *
     * @param function what to run
     * @param log receives the function's output and the platform's lines, in order
     * @return to be closed by the caller
     * @throws io.github.sammaven.core.problem.InvalidOptionException if the function cannot be run here as it is
     * @throws io.github.sammaven.core.problem.SamException if the machine refused
     */
    FunctionEnvironment start(LocalFunction function, FunctionLog log);
}

package io.github.sammaven.core.local.runtime;

/** Where the runtime of one execution environment runs: processes of this machine, or a container. */
public interface Sandbox extends AutoCloseable {

    /** Where the runtime finds its API. */
    default ApiAddress address() {
        return ApiAddress.loopback();
    }

    /**
     * Starts the runtime, again after it has ended.
     *
     * @param api what the runtime is to call, {@code AWS_LAMBDA_RUNTIME_API}
     * @param link to be told when the runtime has ended
     * @param lines takes what it prints
     * @throws io.github.sammaven.core.problem.SamException if the machine refused
     */
    RuntimeProcess start(String api, RuntimeLink link, LogLines lines);

    /** Removes what was made for all starts. The runtime has ended by then. */
    @Override
    void close();
}

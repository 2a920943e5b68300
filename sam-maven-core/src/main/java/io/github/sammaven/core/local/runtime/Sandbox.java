package io.github.sammaven.core.local.runtime;

import java.util.List;

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
     * @throws LaunchException if the fault is the function's
     * @throws io.github.sammaven.core.problem.SamException if the machine refused
     */
    RuntimeProcess start(String api, RuntimeLink link, LogLines lines);

    /** Programs that run beside the runtime, by their names: the executables of {@code /opt/extensions}, sorted. */
    default List<String> extensions() {
        return List.of();
    }

    /**
     * Starts one of the {@link #extensions}.
     *
     * @param api what it is to call, {@code AWS_LAMBDA_RUNTIME_API}
     * @param ended to be told when it has ended
     * @param lines takes what it prints
     * @throws io.github.sammaven.core.problem.SamException if the machine refused
     */
    default RuntimeProcess startExtension(String name, String api, Runnable ended, LogLines lines) {
        throw new IllegalArgumentException("no extension " + name);
    }

    /** Removes what was made for all starts. The runtime has ended by then. */
    @Override
    void close();
}

package io.github.sammaven.core.local.invoke;

/** Makes a log for each environment. */
@FunctionalInterface
public interface EnvironmentLogs {

    /**
     * @param function the name people use for it
     * @param environment its number among those of the function that are alive, from 1
     */
    EnvironmentLog open(String function, int environment);
}

package io.github.sammaven.core.local.invoke;

/** The log of one environment, which learns where a call begins and ends. */
public interface EnvironmentLog extends FunctionLog, AutoCloseable {

    /** The lines from now on belong to one call. */
    void callBegins();

    /** All lines of the call have come. */
    void callEnds();

    /** The environment is gone. */
    @Override
    void close();
}

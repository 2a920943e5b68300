package io.github.sammaven.core.local.invoke;

/** Receives what a function writes and the lines around its invocations, in order, one line at a time. */
@FunctionalInterface
public interface FunctionLog {

    /** @param text a line without its end */
    void line(String text);
}

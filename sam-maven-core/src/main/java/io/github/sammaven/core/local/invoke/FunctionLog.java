package io.github.sammaven.core.local.invoke;

/** Receives what a function prints, and the START, END and REPORT lines around it. */
@FunctionalInterface
public interface FunctionLog {

    /**
     * Takes one line, without its end. Called by one thread at a time.
     *
     * @param line may be empty
     */
    void line(String line);
}

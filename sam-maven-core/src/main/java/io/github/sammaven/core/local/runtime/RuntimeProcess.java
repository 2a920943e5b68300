package io.github.sammaven.core.local.runtime;

import java.time.Duration;
import java.util.OptionalInt;

/** A runtime that was started in a {@link Sandbox}. */
public interface RuntimeProcess {

    /** Whether it still runs. */
    boolean isAlive();

    /** How it ended: the exit status, or 128 and the number of the signal; to be asked only after its end. */
    int exitValue();

    /** Whether it ended because it wanted more memory than it may have; to be asked only after its end. */
    default boolean ranOutOfMemory() {
        return false;
    }

    /** Peak memory so far, MB, rounded up; empty where the system does not tell. */
    OptionalInt peakMemoryMb();

    /** Gives a runtime that is about to exit the time to say its last words. */
    void letExit() throws InterruptedException;

    /** Returns when all that was printed so far has been passed on. */
    void drain();

    /** Ends it and all it started; returns when they are gone and their output has been passed on. */
    void kill();

    /** The same when there is no hurry: a runtime that wants to do something before its end may be given the time. */
    default void shutDown() {
        kill();
    }

    /** Asks it to end, and {@linkplain #kill kills} it when it has not after the time of grace. */
    default void terminate(Duration grace) {
        kill();
    }
}

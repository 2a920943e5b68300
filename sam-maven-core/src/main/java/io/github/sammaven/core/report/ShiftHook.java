package io.github.sammaven.core.report;

import java.time.Duration;

/**
 * A function that CodeDeploy calls before or after traffic moves.
 *
 * @param state how far it is
 * @param took how long it ran, or has run until now; zero if it did not
 */
public record ShiftHook(State state, Duration took) {

    /** There is no such hook, or it is not its turn yet. */
    public static final ShiftHook NONE = new ShiftHook(State.NONE, Duration.ZERO);

    /** How far a hook is. */
    public enum State {
        NONE,
        RUNNING,
        OK,
        FAILED
    }
}

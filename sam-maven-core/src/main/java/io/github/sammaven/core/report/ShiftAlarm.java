package io.github.sammaven.core.report;

/**
 * An alarm that stops a traffic shift.
 *
 * @param name its name
 * @param state what it says
 * @param reason the service's words; empty unless it is in alarm
 */
public record ShiftAlarm(String name, State state, String reason) {

    /** What an alarm says. */
    public enum State {
        OK,
        ALARM,
        NO_DATA
    }
}

package io.github.sammaven.core.operate.logs;

/**
 * A log group and who writes to it.
 *
 * @param label who, as shown: {@code Orders}, {@code Child/Orders}, or the group itself
 * @param group name or ARN of the log group
 * @param kind of writer
 */
public record LogSource(String label, String group, Kind kind) {

    /** Kinds of writers, and why their group may be missing. */
    public enum Kind {
        FUNCTION("the function has not run yet, or may not write logs"),
        API_EXECUTION("execution logging of the stage is off, or it has had no request yet"),
        API_ACCESS("the group that access logs go to is not there"),
        STATE_MACHINE("the group that the state machine logs to is not there"),
        GROUP("check its name and the region");

        private final String absence;

        Kind(String absence) {
            this.absence = absence;
        }

        /** A clause. */
        public String absence() {
            return absence;
        }
    }
}

package io.github.sammaven.core.operate.trace;

import java.util.List;
import java.util.OptionalInt;

/**
 * Something that took time within a trace, and the steps within it.
 *
 * @param name of the service, or of what it did
 * @param origin {@code AWS::Lambda::Function}; empty if it is not said
 * @param start seconds since 1970
 * @param seconds it took
 * @param httpStatus of the answer
 * @param verdict whether it failed, and how
 * @param reason the first words of what went wrong; empty if there are none
 * @param steps by their start
 */
public record TraceStep(
        String name,
        String origin,
        double start,
        double seconds,
        OptionalInt httpStatus,
        Verdict verdict,
        String reason,
        List<TraceStep> steps) {

    public TraceStep {
        steps = List.copyOf(steps);
    }

    /** How it ended. */
    public enum Verdict {
        OK,
        /** It is not over. */
        RUNNING,
        /** There were too many calls. */
        THROTTLE,
        /** The caller was wrong. */
        ERROR,
        /** The called was wrong. */
        FAULT
    }
}

package io.github.sammaven.core.local.runtime;

import java.time.Duration;
import java.util.Optional;

/**
 * How the initialisation of an environment ended.
 *
 * @param isReady whether it can take an event
 * @param init what the initialisation took, if this call is the first to profit from it
 * @param restore what the restoration of a snapshot took
 * @param timedOut whether the time for it ran out
 * @param isFinal whether a failure is not to be tried again
 */
record InitOutcome(
        boolean isReady, Optional<Duration> init, Optional<Duration> restore, boolean timedOut, boolean isFinal) {

    /** It was ready before. */
    static final InitOutcome WARM = new InitOutcome(true, Optional.empty(), Optional.empty(), false, false);

    static InitOutcome initialised(Duration took) {
        return new InitOutcome(true, Optional.of(took), Optional.empty(), false, false);
    }

    static InitOutcome restored(Duration took) {
        return new InitOutcome(true, Optional.empty(), Optional.of(took), false, false);
    }

    static InitOutcome failed(boolean timedOut) {
        return new InitOutcome(false, Optional.empty(), Optional.empty(), timedOut, false);
    }

    static InitOutcome notRestored(boolean timedOut) {
        return new InitOutcome(false, Optional.empty(), Optional.empty(), timedOut, true);
    }
}

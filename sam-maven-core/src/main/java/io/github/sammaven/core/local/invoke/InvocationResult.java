package io.github.sammaven.core.local.invoke;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a call ended.
 *
 * @param requestId of the call
 * @param payload the answer, or the error document if {@code functionError} is present; else empty if it was streamed
 * @param contentType of the answer, as the runtime gave it
 * @param streamed whether the answer went to the {@link ResponseStream} of the call; with a {@code functionError}, what
 *     there was of it before the error
 * @param functionError type of the error: the exception's name as the runtime gives it, {@code Runtime.ExitError},
 *     {@code Sandbox.Timedout}, {@code Function.ResponseSizeTooLarge}, ...; empty if the handler returned
 * @param report what the call cost
 * @param timedOut whether the time of the function ran out
 */
public record InvocationResult(
        String requestId,
        byte[] payload,
        String contentType,
        boolean streamed,
        Optional<String> functionError,
        Report report,
        boolean timedOut) {

    /** The payload as text. */
    public String payloadText() {
        return new String(payload, StandardCharsets.UTF_8);
    }

    /**
     * The figures of the REPORT line.
     *
     * @param initDuration from the start of the process until the runtime asked for its first event; only in the first
     *     call of an environment
     * @param duration from handing out the event until the runtime asked for the next, at most the timeout
     * @param memoryMb configured memory, MB
     * @param maxMemoryMb peak resident memory of the process, MB; empty where the system does not tell
     * @param restoreDuration from the start of the restoration of a snapshot until the runtime asked for its first
     *     event; only in the first call of an environment with SnapStart
     */
    public record Report(
            Optional<Duration> initDuration,
            Duration duration,
            int memoryMb,
            OptionalInt maxMemoryMb,
            Optional<Duration> restoreDuration) {

        /** Without a snapshot. */
        public Report(Optional<Duration> initDuration, Duration duration, int memoryMb, OptionalInt maxMemoryMb) {
            this(initDuration, duration, memoryMb, maxMemoryMb, Optional.empty());
        }

        /** Duration rounded up to whole milliseconds. */
        public long billedMs() {
            return (duration.toNanos() + 999_999) / 1_000_000;
        }
    }
}

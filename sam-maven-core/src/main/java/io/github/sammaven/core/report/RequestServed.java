package io.github.sammaven.core.report;

import java.time.Duration;
import java.time.LocalTime;

/**
 * A request that a local endpoint has answered.
 *
 * @param at when it came
 * @param method of HTTP
 * @param path with the query, as it came
 * @param status of the answer
 * @param took until the answer was out
 * @param bytesIn of the request's body
 * @param bytesOut of the answer's body
 * @param eventBytes of the event the function got; 0 if none was called
 * @param detail who answered, and how if that is not in the status: {@code Hello}, {@code Hello failed: ValueError}
 */
public record RequestServed(
        LocalTime at,
        String method,
        String path,
        int status,
        Duration took,
        long bytesIn,
        long bytesOut,
        long eventBytes,
        String detail)
        implements SamEvent {

    /** Lambda quotas, synchronous invocation payload. */
    private static final int MAX_EVENT_BYTES = 6_291_456;

    /** Without the size of an event. */
    public RequestServed(
            LocalTime at,
            String method,
            String path,
            int status,
            Duration took,
            long bytesIn,
            long bytesOut,
            String detail) {
        this(at, method, path, status, took, bytesIn, bytesOut, 0, detail);
    }

    /** What part of the limit the event took, 0 to 1. */
    public double eventShare() {
        return (double) eventBytes / MAX_EVENT_BYTES;
    }
}

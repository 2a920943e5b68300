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
 * @param detail who answered, and how if that is not in the status: {@code Hello}, {@code Hello failed: ValueError}
 */
public record RequestServed(
        LocalTime at, String method, String path, int status, Duration took, long bytesIn, long bytesOut, String detail)
        implements SamEvent {}

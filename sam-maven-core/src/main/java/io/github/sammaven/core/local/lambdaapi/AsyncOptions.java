package io.github.sammaven.core.local.lambdaapi;

import java.time.Duration;
import java.util.List;

/**
 * How events are run that nobody waits for.
 *
 * @param concurrency how many of one function at the same time
 * @param queueLength how many of one function may wait; further ones are refused
 * @param retryDelays the wait before each further attempt of an event that failed
 */
public record AsyncOptions(int concurrency, int queueLength, List<Duration> retryDelays) {

    /** Two further attempts as in Lambda, after 1 s and 2 s where Lambda lets minutes go by. */
    public static final List<Duration> RETRY_DELAYS = List.of(Duration.ofSeconds(1), Duration.ofSeconds(2));

    public AsyncOptions {
        retryDelays = List.copyOf(retryDelays);
    }

    /** A queue of 1,000 for each function. */
    public static AsyncOptions of(int concurrency) {
        return new AsyncOptions(concurrency, 1_000, RETRY_DELAYS);
    }
}

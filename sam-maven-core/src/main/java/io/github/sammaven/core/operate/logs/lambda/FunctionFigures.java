package io.github.sammaven.core.operate.logs.lambda;

/**
 * A function's requests summed up.
 *
 * @param function as shown
 * @param calls requests that were reported
 * @param errors how many of them failed
 * @param coldStarts how many had to wait for a new environment
 * @param p50Ms duration that half of them do not exceed, at most 2 % too much
 * @param p95Ms the same for 95 of 100
 * @param maxMs the longest
 * @param maxMemoryMb the most memory used
 * @param memoryMb memory the function has, as last reported
 */
public record FunctionFigures(
        String function,
        long calls,
        long errors,
        long coldStarts,
        double p50Ms,
        double p95Ms,
        double maxMs,
        int maxMemoryMb,
        int memoryMb) {}

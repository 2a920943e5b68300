package io.github.sammaven.core.local.invoke;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * How long repeated invocations took, as the caller saw it.
 *
 * @param sortedNanos times in ascending order; at least one
 * @param total from the start of the first to the end of the last
 */
public record Latencies(long[] sortedNanos, Duration total) {

    public Latencies {
        sortedNanos = sortedNanos.clone();
        Arrays.sort(sortedNanos);
    }

    /**
     * Invokes {@code times} times, one after the other; results are dropped.
     *
     * @param times at least one
     */
    public static Latencies measure(FunctionEnvironment environment, byte[] event, int times) {
        return measure(environment, () -> Invocation.of(event), times);
    }

    /**
     * The same with calls of any kind.
     *
     * @param calls makes each call, with a request id of its own
     * @param times at least one
     */
    public static Latencies measure(FunctionEnvironment environment, Supplier<Invocation> calls, int times) {
        long[] nanos = new long[times];
        long started = System.nanoTime();
        for (int i = 0; i < times; i++) {
            long before = System.nanoTime();
            environment.invoke(calls.get());
            nanos[i] = System.nanoTime() - before;
        }
        return new Latencies(nanos, Duration.ofNanos(System.nanoTime() - started));
    }

    /** The time that {@code percent} of the invocations stayed within. */
    public Duration percentile(double percent) {
        int index = (int) Math.ceil(percent / 100 * sortedNanos.length) - 1;
        return Duration.ofNanos(sortedNanos[Math.max(0, index)]);
    }

    /** {@code 1,000 warm invocations: p50 0.61 ms, p99 1.20 ms, slowest 4.81 ms, 1,520 per second}. */
    public String line() {
        double perSecond = sortedNanos.length / Math.max(1e-9, total.toNanos() / 1e9);
        return String.format(
                Locale.ROOT,
                "%,d warm invocations: p50 %.2f ms, p99 %.2f ms, slowest %.2f ms, %,.0f per second",
                sortedNanos.length,
                millis(50),
                millis(99),
                millis(100),
                perSecond);
    }

    private double millis(double percent) {
        return percentile(percent).toNanos() / 1e6;
    }
}

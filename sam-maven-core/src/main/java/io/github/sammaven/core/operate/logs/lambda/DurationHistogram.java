package io.github.sammaven.core.operate.logs.lambda;

/** Durations in milliseconds, kept as counts in steps of 2 %, so that any number of them takes the same memory. */
final class DurationHistogram {

    private static final double STEP = Math.log(1.02);
    /** One millisecond is the middle; from a microsecond to 15 minutes and beyond. */
    private static final int OFFSET = 350;

    private final long[] counts = new long[1200];
    private long total;
    private double max;

    void add(double millis) {
        int step = millis <= 0 ? 0 : (int) Math.ceil(Math.log(millis) / STEP) + OFFSET;
        counts[Math.max(0, Math.min(counts.length - 1, step))]++;
        total++;
        max = Math.max(max, millis);
    }

    double max() {
        return max;
    }

    /** What {@code share} of the durations do not exceed, at most 2 % too much. */
    double quantile(double share) {
        long wanted = (long) Math.ceil(total * share);
        long seen = 0;
        for (int step = 0; step < counts.length; step++) {
            seen += counts[step];
            if (seen >= wanted && seen > 0) {
                return Math.min(max, Math.exp((step - OFFSET) * STEP));
            }
        }
        return max;
    }
}

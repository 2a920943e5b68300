package io.github.sammaven.core.operate.logs.lambda;

/** Sums up the reports of one function. */
final class FunctionTotals {

    private final DurationHistogram durations = new DurationHistogram();
    private long calls;
    private long errors;
    private long coldStarts;
    private int maxMemoryMb;
    private int memoryMb;

    void add(InvocationReport report) {
        durations.add(report.durationMs());
        calls++;
        coldStarts += report.isColdStart() ? 1 : 0;
        maxMemoryMb = Math.max(maxMemoryMb, report.maxMemoryMb());
        memoryMb = report.memoryMb();
    }

    void addError() {
        errors++;
    }

    FunctionFigures figures(String function) {
        return new FunctionFigures(
                function,
                calls,
                errors,
                coldStarts,
                durations.quantile(0.5),
                durations.quantile(0.95),
                durations.max(),
                maxMemoryMb,
                memoryMb);
    }
}

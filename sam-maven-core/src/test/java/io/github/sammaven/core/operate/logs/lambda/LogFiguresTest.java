package io.github.sammaven.core.operate.logs.lambda;

import static io.github.sammaven.core.operate.logs.lambda.LambdaLog.id;
import static io.github.sammaven.core.operate.logs.lambda.LambdaLog.line;
import static io.github.sammaven.core.operate.logs.lambda.LambdaLog.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.sammaven.core.operate.logs.LogLine;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogFiguresTest {

    private final LogFigures figures = new LogFigures();

    private void add(LogLine line) {
        figures.add(line, LambdaLineReader.read(line.event().message()));
    }

    @Test
    void reportsAreSummedUpByFunction() {
        for (int i = 1; i <= 100; i++) {
            add(report("a", i, i, i, i == 1 ? "Init Duration: 90.00 ms" : ""));
        }
        add(line("a", 101, "not a report"));
        FunctionFigures orders = figures.figures().get(0);
        assertThat(orders.function()).isEqualTo("Orders");
        assertThat(orders.calls()).isEqualTo(100);
        assertThat(orders.errors()).isZero();
        assertThat(orders.coldStarts()).isEqualTo(1);
        assertThat(orders.p50Ms()).isCloseTo(50, withinPercentage(2));
        assertThat(orders.p95Ms()).isCloseTo(95, withinPercentage(2));
        assertThat(orders.maxMs()).isEqualTo(100);
        assertThat(orders.maxMemoryMb()).isEqualTo(89);
        assertThat(orders.memoryMb()).isEqualTo(512);
    }

    @Test
    void failureCountsOnceHoweverOftenItIsSaid() {
        add(line("a", 1, "2026-11-21T14:30:00Z " + id(1) + " Task timed out after 3.00 seconds"));
        add(report("a", 1, 1, 3000, "Status: timeout"));
        add(report("a", 2, 2, 3000, ""));
        add(line("a", 2, "2026-11-21T14:30:00Z " + id(2) + " Task timed out after 3.00 seconds"));
        assertThat(figures.figures().get(0).errors()).isEqualTo(2);
    }

    @Test
    void nothingIsSaidOfFunctionsThatReportNothing() {
        add(line("a", 1, "hello"));
        assertThat(figures.figures()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void quantilesAreAtMostTwoPercentTooMuch(long seed) {
        Random random = new Random(seed);
        DurationHistogram histogram = new DurationHistogram();
        double[] all = random.doubles(5_000, 0.01, 900_000).toArray();
        Arrays.stream(all).forEach(histogram::add);
        Arrays.sort(all);
        for (double share : new double[] {0.5, 0.95, 0.99}) {
            double exact = all[(int) Math.ceil(all.length * share) - 1];
            assertThat(histogram.quantile(share)).as("seed " + seed).isBetween(exact * 0.9999, exact * 1.0201);
        }
        assertThat(histogram.quantile(1)).isEqualTo(all[all.length - 1]);
    }
}

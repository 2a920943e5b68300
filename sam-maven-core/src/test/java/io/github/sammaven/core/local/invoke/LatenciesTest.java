package io.github.sammaven.core.local.invoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatenciesTest {

    @ParameterizedTest
    @CsvSource({"0,1", "1,1", "50,50", "99,99", "99.5,100", "100,100"})
    void percentileIsTheNearestRank(double percent, long millis) {
        long[] nanos =
                LongStream.rangeClosed(1, 100).map(i -> (101 - i) * 1_000_000).toArray();
        assertThat(new Latencies(nanos, Duration.ofSeconds(1)).percentile(percent))
                .isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void lineSaysItAll() {
        long[] nanos = LongStream.range(0, 1_000).map(i -> 500_000).toArray();
        assertThat(new Latencies(nanos, Duration.ofMillis(500)).line())
                .isEqualTo("1,000 warm invocations: p50 0.50 ms, p99 0.50 ms, slowest 0.50 ms, 2,000 per second");
    }

    @Test
    void timesAreTakenAsACopy() {
        long[] nanos = {3, 1};
        Latencies latencies = new Latencies(nanos, Duration.ofNanos(4));
        nanos[0] = 9;
        assertThat(latencies.percentile(100)).isEqualTo(Duration.ofNanos(3));
        assertThat(new Latencies(new long[] {7}, Duration.ZERO).percentile(50)).isEqualTo(Duration.ofNanos(7));
    }
}

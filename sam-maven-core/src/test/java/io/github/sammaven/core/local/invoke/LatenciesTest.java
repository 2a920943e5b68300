package io.github.sammaven.core.local.invoke;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {

    /** From 100 ms down to 1 ms. */
    private static final Latencies HUNDRED = new Latencies(
            LongStream.rangeClosed(1, 100).map(n -> (101 - n) * 1_000_000).toArray(), Duration.ofMillis(50));

    @Test
    void percentileIsTheTimeThatSoManyStayedWithin() {
        assertThat(HUNDRED.percentile(50)).isEqualTo(Duration.ofMillis(50));
        assertThat(HUNDRED.percentile(99)).isEqualTo(Duration.ofMillis(99));
        assertThat(HUNDRED.percentile(100)).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void percentileOfOneIsThatOne() {
        assertThat(new Latencies(new long[] {5}, Duration.ZERO).percentile(1)).isEqualTo(Duration.ofNanos(5));
    }

    @Test
    void lineSumsUp() {
        assertThat(HUNDRED.line())
                .isEqualTo("100 warm invocations: p50 50.00 ms, p99 99.00 ms, slowest 100.00 ms, 2,000 per second");
    }

    @Test
    void measuringInvokesSoOftenWithTheSameEvent() {
        List<String> events = new ArrayList<>();
        FunctionEnvironment environment = new FunctionEnvironment() {
            @Override
            public InvocationResult invoke(Invocation invocation) {
                events.add(new String(invocation.payload(), UTF_8));
                InvocationResult.Report report =
                        new InvocationResult.Report(Optional.empty(), Duration.ZERO, 128, OptionalInt.empty());
                return new InvocationResult(
                        "id", new byte[0], "application/json", false, Optional.empty(), report, false);
            }

            @Override
            public void close() {
                throw new UnsupportedOperationException();
            }
        };

        Latencies latencies = Latencies.measure(environment, "{}".getBytes(UTF_8), 3);

        assertThat(events).containsExactly("{}", "{}", "{}");
        assertThat(latencies.sortedNanos()).hasSize(3).isSorted();
        assertThat(latencies.total()).isGreaterThanOrEqualTo(latencies.percentile(100));
    }
}

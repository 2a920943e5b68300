package io.github.sammaven.plugin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0 bytes",
                "1 | 1 byte",
                "312 | 312 bytes",
                "104857 | 104,857 bytes",
                "104858 | 0.1 MB",
                "1048576 | 1.0 MB",
                "262144000 | 250.0 MB",
                "2684354560 | 2,560.0 MB"
            })
    void sizeIsInBytesBelowATenthOfAMegabyte(long bytes, String text) {
        assertThat(Units.size(bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 ms",
        "999, 999 ms",
        "1000, 1.0 s",
        "3449, 3.4 s",
        "59949, 59.9 s",
        "59950, 60.0 s",
        "60000, 1 min 0 s",
        "72999, 1 min 12 s",
        "3723000, 62 min 3 s"
    })
    void timeIsInTheLargestUnitThatFits(long millis, String text) {
        assertThat(Units.time(Duration.ofMillis(millis))).isEqualTo(text);
    }
}

package io.github.sammaven.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.problem.InvalidOptionException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionTextTest {

    private static final Origin ORIGIN = Origin.of("<maxDuration>");

    @ParameterizedTest
    @CsvSource({"500ms, 500", "0ms, 0", "2s, 2000", "' 1.5 s ', 1500", "2m, 120000", "1 min, 60000"})
    void durationIsANumberWithItsUnit(String text, long millis) {
        assertThat(OptionText.duration(text, ORIGIN)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "s", "-1s", "1h", "1,5s", "99999999999999999999s"})
    void durationOfAnotherFormIsRefused(String text) {
        assertThatThrownBy(() -> OptionText.duration(text, ORIGIN))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("<maxDuration> needs a duration, this is '" + text + "'")
                .hasMessageContaining("500ms");
    }

    @Test
    void fractionsOfAMillisecondCount() {
        assertThat(OptionText.duration("0.5ms", ORIGIN)).isEqualTo(Duration.ofNanos(500_000));
    }
}

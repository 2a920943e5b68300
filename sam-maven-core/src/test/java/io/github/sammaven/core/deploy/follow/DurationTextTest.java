package io.github.sammaven.core.deploy.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationTextTest {

    @ParameterizedTest
    @CsvSource({
        "PT0.4S, 0.4 s",
        "PT9.96S, 10.0 s",
        "PT59.9S, 59 s",
        "PT1M, 1 min",
        "PT1M12S, 1 min 12 s",
        "PT59M59S, 59 min 59 s",
        "PT2H5M, 2 h 5 min"
    })
    void readsAsPeopleSayIt(Duration duration, String text) {
        assertThat(DurationText.of(duration)).isEqualTo(text);
    }
}

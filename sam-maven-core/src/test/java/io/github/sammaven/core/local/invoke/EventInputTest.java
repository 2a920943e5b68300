package io.github.sammaven.core.local.invoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.problem.InvalidOptionException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventInputTest {

    @ParameterizedTest
    @ValueSource(strings = {"{}", " {\"a\": [1, {\"b\": null}]}\n", "1", "\"text\"", "null"})
    void validEventIsPassedOnAsItIs(String event) {
        byte[] bytes = event.getBytes(StandardCharsets.UTF_8);
        assertThat(EventInput.checked(bytes, "event.json")).isSameAs(bytes);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {"{\"a\": }|event.json:1:", "~~|event.json:1:1", "{} {}|event.json:1:4", "[1,|event.json:1:"})
    void brokenEventIsRefusedWithItsPlace(String event, String place) {
        assertThatThrownBy(() -> EventInput.checked(event.getBytes(StandardCharsets.UTF_8), "event.json"))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageStartingWith(place)
                .hasMessageContaining("The event is not valid JSON");
    }

    @Test
    void missingFileIsAPlainError(@TempDir Path folder) {
        assertThatThrownBy(() -> EventInput.ofFile(folder.resolve("none.json"), "none.json"))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("The event file none.json does not exist");
    }
}

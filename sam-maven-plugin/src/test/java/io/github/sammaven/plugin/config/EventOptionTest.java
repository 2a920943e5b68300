package io.github.sammaven.plugin.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.problem.InvalidOptionException;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventOptionTest {

    @TempDir
    private Path basedir;

    private EventOption events;

    @BeforeEach
    void eventFile() throws IOException {
        Files.writeString(basedir.resolve("event.json"), "{\"from\": \"file\"}");
        events = reading("");
    }

    private EventOption reading(String input) {
        return new EventOption(basedir, new ByteArrayInputStream(input.getBytes(UTF_8)));
    }

    @Test
    void hyphenIsTheStandardInput() {
        assertThat(new String(reading("{\"from\": \"a pipe\"}\n").read("-", null), UTF_8))
                .isEqualTo("{\"from\": \"a pipe\"}\n");
    }

    @Test
    void standardInputThatIsNoEventIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> reading("{\n oops").read("-", null))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("standard input:2:");
        assertThatThrownBy(() -> reading("").read("-", null)).hasMessageContaining("the event is empty");
    }

    @Test
    void eventIsAnEmptyObjectWhenNoneIsGiven() {
        assertThat(new String(events.read(null, null), UTF_8)).isEqualTo("{}");
    }

    @Test
    void textIsTheEvent() {
        assertThat(new String(events.read("{\"from\": \"text\"}", null), UTF_8)).isEqualTo("{\"from\": \"text\"}");
    }

    @Test
    void textThatIsThePathOfAFileIsRead() {
        assertThat(new String(events.read("event.json", null), UTF_8)).isEqualTo("{\"from\": \"file\"}");
    }

    @Test
    void relativeAndAbsoluteFilesAreRead() {
        assertThat(new String(events.read(null, new File("event.json")), UTF_8)).isEqualTo("{\"from\": \"file\"}");
        assertThat(new String(events.read(null, basedir.resolve("event.json").toFile()), UTF_8))
                .isEqualTo("{\"from\": \"file\"}");
    }

    @Test
    void textAndFileTogetherAreRefused() {
        assertThatThrownBy(() -> events.read("{}", new File("event.json")))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("an event is given as text and as a file");
    }

    @Test
    void textThatIsNeitherJsonNorAFileIsRefused() {
        assertThatThrownBy(() -> events.read("evnt.json", null)).isInstanceOf(InvalidOptionException.class);
    }

    @Test
    void missingFileIsRefusedByName() {
        assertThatThrownBy(() -> events.read(null, new File("absent.json")))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("absent.json");
    }
}

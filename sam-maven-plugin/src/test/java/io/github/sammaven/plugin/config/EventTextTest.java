package io.github.sammaven.plugin.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.problem.InvalidOptionException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventTextTest {

    @TempDir
    private Path folder;

    private EventText text(String input) {
        return new EventText(folder, new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void hyphenIsTheStandardInput() {
        assertThat(text("grüße\n").read(Optional.empty(), Optional.of("-"))).contains("grüße\n");
        assertThat(text("{}").read(Optional.of("-"), Optional.empty())).contains("{}");
    }

    @Test
    void fileIsReadByItsName() throws IOException {
        Files.writeString(folder.resolve("event.json"), "{\"n\":1}");

        assertThat(text("").read(Optional.empty(), Optional.of("event.json"))).contains("{\"n\":1}");
        assertThat(text("").read(Optional.of("event.json"), Optional.empty())).contains("{\"n\":1}");
    }

    @Test
    void whatIsNoFileIsTheEventItself() {
        assertThat(text("").read(Optional.of("other.json"), Optional.empty())).contains("other.json");
        assertThat(text("").read(Optional.empty(), Optional.empty())).isEmpty();
    }

    @Test
    void fileThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> text("").read(Optional.empty(), Optional.of("other.json")))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("the event file other.json cannot be read");
        assertThatThrownBy(() -> text("").read(Optional.of("{}"), Optional.of("other.json")))
                .hasMessageContaining("give one of them");
    }
}

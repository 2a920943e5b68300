package io.github.sammaven.plugin.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateLocationTest {

    @TempDir
    private Path start;

    @Test
    void firstDefaultThatExistsIsTaken() throws IOException {
        Files.writeString(start.resolve("template.json"), "{}");
        assertThat(located(start).find(Optional.empty())).isEqualTo(start.resolve("template.json"));

        Files.writeString(start.resolve("template.yml"), "{}");
        assertThat(located(start).find(Optional.empty())).isEqualTo(start.resolve("template.yml"));

        Files.writeString(start.resolve("template.yaml"), "{}");
        assertThat(located(start).find(Optional.empty())).isEqualTo(start.resolve("template.yaml"));
    }

    @Test
    void missingTemplateIsNamedLikeTheFirstDefault() {
        assertThatThrownBy(() -> located(start).read(Optional.empty()))
                .isInstanceOf(SamException.class)
                .hasMessageContaining("template.yaml");
    }

    @Test
    void givenTemplateCountsFromTheModule() {
        assertThat(located(start.resolve("module")).find(Optional.of(Path.of("../shared/t.yaml"))))
                .isEqualTo(start.resolve("shared/t.yaml"));
    }

    @Test
    void templateIsShownRelativeToWhereMavenWasStarted() throws IOException {
        Path module = Files.createDirectory(start.resolve("module"));
        Files.writeString(module.resolve("template.yaml"), "Resources: {}\n");

        assertThat(located(module).read(Optional.empty()).root().mark().file())
                .isEqualTo(Path.of("module", "template.yaml").toString());
    }

    @Test
    void templateOutsideOfThatIsShownWithItsWholePath(@TempDir Path elsewhere) throws IOException {
        Path file = Files.writeString(elsewhere.resolve("t.yaml"), "Resources: {}\n");

        assertThat(located(start).read(Optional.of(file)).root().mark().file()).isEqualTo(file.toString());
    }

    private TemplateLocation located(Path basedir) {
        return new TemplateLocation(basedir, start);
    }
}

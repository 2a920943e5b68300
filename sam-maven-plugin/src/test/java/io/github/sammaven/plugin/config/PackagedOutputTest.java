package io.github.sammaven.plugin.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackagedOutputTest {

    @TempDir
    private Path target;

    private PackagedOutput output;
    private Path yaml;
    private Path json;

    @BeforeEach
    void create() {
        output = new PackagedOutput(new SamFolder(target));
        yaml = target.resolve("packaged.yaml");
        json = target.resolve("packaged.json");
    }

    @Test
    void latestIsYamlUnlessThereIsJson() throws IOException {
        assertThat(output.latest()).isEqualTo(yaml);

        Files.writeString(json, "{}");

        assertThat(output.latest()).isEqualTo(json);
    }

    @Test
    void nextRemovesTheOtherFormatAlone() throws IOException {
        Files.writeString(yaml, "a: b");
        assertThat(output.next(true)).isEqualTo(json);
        assertThat(yaml).doesNotExist();

        Files.writeString(json, "{}");
        assertThat(output.next(true)).isEqualTo(json).exists();
        assertThat(output.next(false)).isEqualTo(yaml);
        assertThat(json).doesNotExist();
    }

    @Test
    void otherFormatThatCannotBeRemovedIsNamed() throws IOException {
        Files.createDirectories(json.resolve("not empty"));

        assertThatThrownBy(() -> output.next(false))
                .isInstanceOf(SamException.class)
                .hasMessageContaining(json + " cannot be removed");
    }
}

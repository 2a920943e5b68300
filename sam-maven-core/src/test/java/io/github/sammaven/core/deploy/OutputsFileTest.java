package io.github.sammaven.core.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputsFileTest {

    @TempDir
    private Path folder;

    @Test
    void writesAnObjectInOrder() throws IOException {
        Map<String, String> outputs = new LinkedHashMap<>();
        outputs.put("Url", "https://x/\"é\"");
        outputs.put("Arn", "arn:aws:sns");
        Path file = folder.resolve("target/sam/outputs.json");

        new OutputsFile(file).write(outputs);

        assertThat(file).hasContent("""
                {
                  "Url" : "https://x/\\"é\\"",
                  "Arn" : "arn:aws:sns"
                }
                """);
    }

    @Test
    void replacesWhatIsThere() throws IOException {
        Path file = Files.writeString(folder.resolve("outputs.json"), "something longer than that");

        new OutputsFile(file).write(Map.of());

        assertThat(file).hasContent("{ }\n");
    }

    @Test
    void saysThatTheStackIsDeployedWhenTheFileCannotBeWritten() throws IOException {
        Path file = Files.createDirectory(folder.resolve("outputs.json"));

        assertThatThrownBy(() -> new OutputsFile(file).write(Map.of()))
                .isInstanceOf(SamException.class)
                .hasMessageContaining("the outputs cannot be written")
                .hasMessageContaining("the stack itself is deployed");
    }
}

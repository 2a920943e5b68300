package io.github.sammaven.core.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateFileTest {

    private static final MappingNode ROOT = MappingNode.of(
            "Resources", MappingNode.of("Topic", MappingNode.of("Type", ScalarNode.string("AWS::SNS::Topic"))));

    @TempDir
    private Path folder;

    @Test
    void writesYamlThatReadsBackAsTheSameTree() {
        Path file = folder.resolve("target/sam/packaged.yaml");

        new TemplateFile().write(ROOT, file);

        assertThat(read(file).root()).isEqualTo(ROOT);
        assertThat(read(file).format()).isEqualTo(TemplateFormat.YAML);
        assertThat(folder.resolve("target/sam").toFile().list()).containsExactly("packaged.yaml");
    }

    @Test
    void writesJsonWhenTheNameSaysSo() {
        Path file = folder.resolve("packaged.JSON");

        new TemplateFile().write(ROOT, file);

        assertThat(read(file).root()).isEqualTo(ROOT);
        assertThat(read(file).format()).isEqualTo(TemplateFormat.JSON);
    }

    @Test
    void namesTheFileThatCannotBeWritten() throws IOException {
        Path blocked = Files.writeString(folder.resolve("blocked"), "a file where a folder should be");
        TemplateFile writer = new TemplateFile();

        assertThatExceptionOfType(SamException.class)
                .isThrownBy(() -> writer.write(ROOT, blocked.resolve("packaged.yaml")))
                .withMessageContaining("packaged.yaml cannot be written");
    }

    private static Template read(Path file) {
        return new TemplateReader().read(file, file.getFileName().toString());
    }
}

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
    void changedTemplateKeepsTheTextOfItsFile() throws IOException {
        Path source = Files.writeString(folder.resolve("template.yaml"), "A: 1 # one\nB: \"2\"\n");
        Template template = read(source);
        Template changed = template.withRoot(template.root().with("B", ScalarNode.string("three")));

        new TemplateFile().write(changed, folder.resolve("packaged.yaml"));
        new TemplateFile().write(changed, folder.resolve("packaged.json"));

        assertThat(folder.resolve("packaged.yaml")).content().isEqualTo("A: 1 # one\nB: \"three\"\n");
        assertThat(folder.resolve("packaged.json")).content().isEqualTo(new TemplateWriter().json(changed.root()));
    }

    @Test
    void changedTemplateIsWrittenEvenIfItsFileIsBrokenOrGone() throws IOException {
        Path source = Files.writeString(folder.resolve("template.yaml"), "A: 1 # one\n");
        Template changed = read(source).withRoot(ROOT);
        Path target = folder.resolve("packaged.yaml");

        Files.writeString(source, "A: [\n");
        new TemplateFile().write(changed, target);
        assertThat(read(target).root()).isEqualTo(ROOT);

        Files.delete(source);
        new TemplateFile().write(changed, target);
        assertThat(read(target).root()).isEqualTo(ROOT);
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

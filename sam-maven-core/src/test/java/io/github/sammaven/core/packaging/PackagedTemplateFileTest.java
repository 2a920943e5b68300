package io.github.sammaven.core.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateFormat;
import io.github.sammaven.core.template.TemplateReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackagedTemplateFileTest {

    @TempDir
    private Path folder;

    private PackagedTemplate packaged;

    @BeforeEach
    void pack() throws IOException {
        PackagingProject project =
                new PackagingProject(folder).file("code/a.txt", "a").function("Orders", "code");
        packaged = new Packager(Optional.of(new MemoryStore()), event -> {}).pack(project.request());
    }

    @Test
    void writesYamlThatReadsBackAsThePackagedTemplate() throws IOException {
        Path file = folder.resolve("target/sam/packaged.yaml");

        new PackagedTemplateFile().write(packaged, file);

        assertThat(read(file).root()).isEqualTo(packaged.template().root());
        assertThat(read(file).format()).isEqualTo(TemplateFormat.YAML);
        assertThat(folder.resolve("target/sam").toFile().list()).containsExactlyInAnyOrder("archives", "packaged.yaml");
    }

    @Test
    void writesJsonWhenTheNameSaysSo() {
        Path file = folder.resolve("packaged.JSON");

        new PackagedTemplateFile().write(packaged, file);

        assertThat(read(file).root()).isEqualTo(packaged.template().root());
        assertThat(read(file).format()).isEqualTo(TemplateFormat.JSON);
    }

    @Test
    void namesTheFileThatCannotBeWritten() throws IOException {
        Path blocked = Files.writeString(folder.resolve("blocked"), "a file where a folder should be");
        PackagedTemplateFile writer = new PackagedTemplateFile();

        assertThatExceptionOfType(SamException.class)
                .isThrownBy(() -> writer.write(packaged, blocked.resolve("packaged.yaml")))
                .withMessageContaining("packaged.yaml cannot be written");
    }

    private static Template read(Path file) {
        return new TemplateReader().read(file, "packaged.yaml");
    }
}

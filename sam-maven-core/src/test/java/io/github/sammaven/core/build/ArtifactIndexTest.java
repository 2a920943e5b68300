package io.github.sammaven.core.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArtifactIndexTest {

    @TempDir
    private Path temp;

    @Test
    void whatWasWrittenIsReadAlsoWhenTheProjectHasMoved() throws IOException {
        Path project = temp.resolve("project");
        Path index = project.resolve("target/sam/artifacts.json");
        new ArtifactIndex(index)
                .write(List.of(
                        new BuiltArtifact("Hello", project.resolve("target/sam/build/Hello"), "hello"),
                        new BuiltArtifact("Jar", project.resolve("app.jar"), "../app.jar")));
        Path moved = Files.move(project, temp.resolve("moved"));
        assertThat(new ArtifactIndex(moved.resolve("target/sam/artifacts.json")).read())
                .hasValue(List.of(
                        new BuiltArtifact("Hello", moved.resolve("target/sam/build/Hello"), "hello"),
                        new BuiltArtifact("Jar", moved.resolve("app.jar"), "../app.jar")));
    }

    @Test
    void nothingIsThereBeforeTheFirstBuild() {
        assertThat(new ArtifactIndex(temp.resolve("artifacts.json")).read()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[]", "{\"Hello\": ", "{\"Hello\": {}}", "{\"Hello\": {\"path\": 1}}", "{\"Hello\": \"x\"}"})
    void damagedFileIsSaidInWords(String text) throws IOException {
        Path file = Files.writeString(temp.resolve("artifacts.json"), text);
        assertThatThrownBy(() -> new ArtifactIndex(file).read())
                .isInstanceOf(SamException.class)
                .hasMessageContaining("is damaged")
                .hasMessageContaining("run sam:build");
    }
}

package io.github.sammaven.core.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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

    @Test
    void partOfTheArtifactsIsTakenIn() {
        ArtifactIndex index = new ArtifactIndex(temp.resolve("artifacts.json"));
        index.write(List.of(artifact("A", "old"), artifact("B", "old"), artifact("Gone", "old")));
        index.update(
                List.of(artifact("B", "new"), artifact("C", "new")), new LinkedHashSet<>(List.of("C", "A", "B", "D")));
        assertThat(index.read()).hasValue(List.of(artifact("C", "new"), artifact("A", "old"), artifact("B", "new")));
    }

    @Test
    void forgottenArtifactsAreNotFound() {
        ArtifactIndex index = new ArtifactIndex(temp.resolve("artifacts.json"));
        index.forget(Set.of("A"));
        assertThat(index.read()).isEmpty();
        index.write(List.of(artifact("A", "x"), artifact("B", "x")));
        index.forget(Set.of("A"));
        assertThat(index.read()).hasValue(List.of(artifact("B", "x")));
    }

    @Test
    void damagedIndexIsReplacedByThatOfTheNextBuild() throws IOException {
        Path file = Files.writeString(temp.resolve("artifacts.json"), "damaged");
        new ArtifactIndex(file).update(List.of(artifact("A", "x")), Set.of("A"));
        assertThat(new ArtifactIndex(file).read()).hasValue(List.of(artifact("A", "x")));
    }

    private BuiltArtifact artifact(String id, String source) {
        return new BuiltArtifact(id, temp.resolve("build").resolve(id), source);
    }
}

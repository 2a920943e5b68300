package io.github.sammaven.core.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.core.problem.InvalidTemplateException;
import io.github.sammaven.core.stack.StackFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NestedArtifactsTest {

    @TempDir
    private Path project;

    private FunctionCatalog catalog;

    @BeforeEach
    void write() throws IOException {
        StackFiles files = new StackFiles(project)
                .write("template.yaml", """
                        Resources:
                          Shop: {Type: AWS::Serverless::Application, Properties: {Location: shop/template.yaml}}
                          Hello: {Type: AWS::Serverless::Function, Properties: {CodeUri: code}}
                        """)
                .write("shop/template.yaml", """
                        Resources:
                          Hello: {Type: AWS::Serverless::Function, Properties: {CodeUri: code}}
                          Deps: {Type: AWS::Serverless::LayerVersion, Properties: {ContentUri: deps}}
                        """)
                .write("code/app.py", "root")
                .write("shop/code/app.py", "nested")
                .write("shop/deps/python/dep.py", "dep");
        catalog = FunctionCatalog.of(files.tree());
    }

    private ArtifactBuilder builder() {
        return new ArtifactBuilder(BuildSetup.of(
                folder -> Optional.empty(), project.resolve("target"), project.resolve("target/sam/build")));
    }

    @Test
    void nestedArtifactsLieInAFolderOfTheirStack() {
        List<BuiltArtifact> built = builder().build(catalog, BuildSelection.ALL).artifacts();
        assertThat(built).extracting(BuiltArtifact::id).containsExactly("Hello", "Shop/Hello", "Shop/Deps");
        assertThat(project.resolve("target/sam/build/Hello/app.py")).hasContent("root");
        assertThat(project.resolve("target/sam/build/Shop/Hello/app.py")).hasContent("nested");
        assertThat(built.get(2).path()).isEqualTo(project.resolve("shop/deps"));
    }

    @Test
    void indexRemembersNestedArtifacts() {
        ArtifactIndex index = new ArtifactIndex(project.resolve("target/sam/artifacts.json"));
        List<BuiltArtifact> built = builder().build(catalog, BuildSelection.ALL).artifacts();
        index.write(built);
        assertThat(index.read()).contains(built);
    }

    @Test
    void missingCodeIsNamedWithItsStack() throws IOException {
        FunctionCatalog broken = FunctionCatalog.of(
                new StackFiles(project).write("shop/template.yaml", """
                        Resources:
                          Hello: {Type: AWS::Serverless::Function, Properties: {CodeUri: gone}}
                        """).tree());
        ArtifactBuilder builder = builder();
        assertThatThrownBy(() -> builder.build(broken, BuildSelection.ALL))
                .isInstanceOf(InvalidTemplateException.class)
                .hasMessageContaining("shop/template.yaml:2:")
                .hasMessageContaining("Shop/Hello: CodeUri refers to a file or folder that does not exist: gone");
    }

    @Test
    void versionsOfNestedCodeAreLaidOutAlone() throws IOException {
        ArtifactVersions versions = new ArtifactVersions(
                folder -> Optional.empty(), project.resolve("target"), project.resolve("target/local"));
        Map<String, Path> before = versions.build(catalog, Set.of());
        new StackFiles(project).write("shop/code/app.py", "second");
        Map<String, Path> after = versions.build(catalog, Set.of("Shop/Hello"));
        assertThat(before.get("Shop/Hello").resolve("app.py")).hasContent("nested");
        assertThat(after.get("Shop/Hello").resolve("app.py")).hasContent("second");
        assertThat(after.get("Hello")).isEqualTo(before.get("Hello"));
        assertThat(versions.sources(catalog)).containsEntry("Shop/Hello", Set.of(project.resolve("shop/code")));
    }
}

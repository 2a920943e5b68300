package io.github.sammaven.core.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.build.jvm.BuildOutput;
import io.github.sammaven.core.build.jvm.RuntimeJar;
import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.core.template.LocalValues;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import io.github.sammaven.core.template.TemplateResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactVersionsTest {

    private static final String TEMPLATE = """
            Resources:
              Plain:
                Type: AWS::Serverless::Function
                Properties: {Runtime: python3.11, Handler: app.handler, CodeUri: plain}
              Orders:
                Type: AWS::Serverless::Function
                Properties: {Runtime: java17, Handler: Orders, CodeUri: orders}
              Image:
                Type: AWS::Serverless::Function
                Properties: {PackageType: Image, ImageUri: 'repo:1'}
            """;

    @TempDir
    private Path project = Path.of("");

    private FunctionCatalog catalog = FunctionCatalog.of(template(), resolver());
    private Optional<BuildOutput> module = Optional.empty();

    @BeforeEach
    void writeProject() throws IOException {
        Files.createDirectories(project.resolve("plain"));
        Files.writeString(project.resolve("plain/app.py"), "first");
        Files.createDirectories(project.resolve("orders/target/classes"));
        Files.writeString(project.resolve("orders/target/classes/Orders.class"), "first");
        Path sibling = Files.createDirectories(project.resolve("util/target/classes"));
        RuntimeJar own = new RuntimeJar("g", "orders", "1", "", project.resolve("orders/target/classes"), true);
        module = Optional.of(new BuildOutput(
                "orders",
                project.resolve("orders/target/classes"),
                own,
                List.of(new RuntimeJar("g", "util", "1", "", sibling, true))));
        catalog = FunctionCatalog.of(template(), resolver());
    }

    private Template template() {
        return new TemplateReader().parse(TEMPLATE, project.resolve("template.yaml"), "template.yaml");
    }

    private TemplateResolver resolver() {
        return new TemplateResolver(template(), LocalValues.defaults());
    }

    private ArtifactVersions versions() {
        return new ArtifactVersions(
                folder -> folder.endsWith("orders") ? module : Optional.empty(),
                project.resolve("target"),
                project.resolve("target/local"));
    }

    @Test
    void runningCodeKeepsItsFolderWhenItsSourceChanges() throws IOException {
        ArtifactVersions versions = versions();
        Map<String, Path> before = versions.build(catalog, Set.of());
        Files.writeString(project.resolve("plain/app.py"), "second");
        Map<String, Path> after = versions.build(catalog, Set.of("Plain"));
        assertThat(before.get("Plain").resolve("app.py")).hasContent("first");
        assertThat(after.get("Plain").resolve("app.py")).hasContent("second");
        assertThat(after.get("Orders")).isEqualTo(before.get("Orders"));
        assertThat(after).containsOnlyKeys("Plain", "Orders");
    }

    @Test
    void foldersNobodyCanBeRunningFromAreRemoved() {
        ArtifactVersions versions = versions();
        Path first = versions.build(catalog, Set.of("Plain")).get("Plain");
        Path orders = versions.build(catalog, Set.of("Orders", "Plain")).get("Orders");
        for (int i = 0; i < 5; i++) {
            versions.build(catalog, Set.of("Plain"));
        }
        assertThat(first).doesNotExist();
        assertThat(orders).exists();
    }

    @Test
    void runBeginsWithAnEmptyFolder() throws IOException {
        Path left = Files.createDirectories(project.resolve("target/local/7/Plain"));
        versions().build(catalog, Set.of());
        assertThat(left).doesNotExist();
    }

    @Test
    void sourcesAreFoldersAndClassesOfModules() {
        assertThat(versions().sources(catalog))
                .containsOnly(
                        Map.entry("Plain", Set.of(project.resolve("plain"))),
                        Map.entry(
                                "Orders",
                                Set.of(
                                        project.resolve("orders/target/classes"),
                                        project.resolve("util/target/classes"))));
    }
}

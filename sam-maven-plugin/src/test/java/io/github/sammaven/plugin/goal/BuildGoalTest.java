package io.github.sammaven.plugin.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.build.ArtifactIndex;
import io.github.sammaven.core.build.BuiltArtifact;
import io.github.sammaven.plugin.LinesLog;
import io.github.sammaven.plugin.MavenRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A template with two functions that share a layer, none of them Java. */
class BuildGoalTest {

    private static final String TEMPLATE = """
            Resources:
              Orders:
                Type: AWS::Serverless::Function
                Properties: {Runtime: provided.al2023, Handler: x, CodeUri: orders, Layers: [!Ref Deps]}
              Audit:
                Type: AWS::Serverless::Function
                Properties: {Runtime: provided.al2023, Handler: x, CodeUri: audit}
              Deps:
                Type: AWS::Serverless::LayerVersion
                Properties: {ContentUri: deps}
            """;

    @TempDir
    private Path basedir;

    private MavenRun run;
    private LinesLog log = new LinesLog();

    @BeforeEach
    void project() throws IOException {
        run = new MavenRun(basedir);
        file("template.yaml", TEMPLATE);
        file("orders/bootstrap", "orders");
        file("audit/bootstrap", "audit");
        file("deps/tool", "tool");
    }

    private void file(String name, String content) throws IOException {
        Path file = basedir.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    /** The lines of one run, without those that are shown on demand. */
    private List<String> build() throws Exception {
        log = new LinesLog();
        BuildMojo goal = new BuildMojo(
                request -> {
                    throw new UnsupportedOperationException();
                },
                request -> {
                    throw new UnsupportedOperationException();
                });
        goal.project = run.project();
        goal.session = run.session();
        goal.execution = run.execution();
        goal.setLog(log);
        goal.execute();
        return lines();
    }

    private List<String> lines() {
        return log.lines().stream().filter(line -> !line.startsWith("DEBUG")).toList();
    }

    private List<String> artifacts() {
        return new ArtifactIndex(basedir.resolve("target/sam/artifacts.json"))
                .read().orElseThrow().stream().map(BuiltArtifact::id).toList();
    }

    @Test
    void eachArtifactIsALineAndTheirNumberTheLast() throws Exception {
        List<String> lines = build();

        assertThat(lines.get(0)).matches("INFO Orders {18}  orders {14}  6 bytes  built.*");
        assertThat(lines.get(1)).matches("INFO Audit {19}  audit {15}  5 bytes  built.*");
        assertThat(lines.get(2)).matches("INFO Deps {20}  deps {16}  4 bytes  taken as it is");
        assertThat(lines.get(3)).matches("INFO 2 of 3 artifacts built( \\(.*\\))?  ->  target/sam/build");
        assertThat(lines).hasSize(4);
        assertThat(artifacts()).containsExactly("Orders", "Audit", "Deps");
        assertThat(basedir.resolve("target/sam/build/template.yaml"))
                .content()
                .contains("CodeUri: Orders", "ContentUri: ../../../deps");
    }

    @Test
    void secondRunBuildsNothing() throws Exception {
        build();

        assertThat(build())
                .filteredOn(line -> line.endsWith("unchanged"))
                .hasSize(2)
                .allMatch(line -> line.contains("Orders") || line.contains("Audit"));
        assertThat(lines().get(3)).startsWith("INFO 0 of 3 artifacts built");
    }

    @Test
    void everythingIsBuiltWhenNothingIsToBeReused() throws Exception {
        build();
        run.commandLine("sam.cached", "false");

        assertThat(build().get(3)).startsWith("INFO 2 of 3 artifacts built");
    }

    @Test
    void oneFunctionIsBuiltWithItsLayersAndTheRestStays() throws Exception {
        build();
        file("orders/bootstrap", "newer");
        file("audit/bootstrap", "newer");
        run.commandLine("sam.resourceId", "Orders");

        assertThat(build()).noneMatch(line -> line.contains("Audit"));

        assertThat(artifacts()).containsExactly("Orders", "Audit", "Deps");
        assertThat(basedir.resolve("target/sam/build/Orders/bootstrap")).hasContent("newer");
        assertThat(basedir.resolve("target/sam/build/Audit/bootstrap")).hasContent("audit");
    }

    @Test
    void unknownFunctionFailsTheBuildWithTheNearestName() {
        run.commandLine("sam.resourceId", "Ordres");

        assertThatThrownBy(this::build)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("no function or layer 'Ordres'")
                .hasMessageContaining("Did you mean 'Orders'?");
    }

    @Test
    void excludedFunctionIsNotBuiltAndAnUnknownOneIsAWarning() throws Exception {
        run.commandLine("sam.exclude", "Audit,Gone");

        assertThat(build())
                .contains("WARN exclude names Gone, and there is no such function or layer")
                .noneMatch(line -> line.startsWith("INFO Audit"));
        assertThat(artifacts()).containsExactly("Orders", "Deps");
    }

    @Test
    void artifactsOfFunctionsThatAreGoneAreRemoved() throws Exception {
        build();
        file("template.yaml", TEMPLATE.replace("Audit:", "Review:"));
        build();

        assertThat(basedir.resolve("target/sam/build/Audit")).doesNotExist();
        assertThat(basedir.resolve("target/sam/build/Review")).exists();
    }

    @Test
    void resultsAreCopiedToTheFolderOtherToolsExpect() throws Exception {
        file(".aws-sam/build/Old/left", "left");
        run.commandLine("sam.buildDir", ".aws-sam/build");

        assertThat(build().get(3)).endsWith("->  .aws-sam/build");

        Path folder = basedir.resolve(".aws-sam/build");
        assertThat(folder.resolve("Orders/bootstrap")).hasContent("orders");
        assertThat(folder.resolve("Old")).doesNotExist();
        assertThat(folder.resolve("template.yaml")).content().contains("ContentUri: ../../deps");
    }

    @Test
    void folderThatHoldsSomethingElseIsNotEmptied() {
        run.commandLine("sam.buildDir", "orders");

        assertThatThrownBy(this::build)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("holds the sources in " + basedir.resolve("orders"));
        assertThat(basedir.resolve("orders/bootstrap")).exists();
    }

    @Test
    void failedBuildLeavesNoTemplate() throws Exception {
        build();
        file("template.yaml", TEMPLATE.replace("CodeUri: audit", "CodeUri: gone"));

        assertThatThrownBy(this::build)
                .hasMessageContaining("Audit: CodeUri refers to a file or folder that does not exist");
        assertThat(basedir.resolve("target/sam/build/template.yaml")).doesNotExist();
    }

    @Test
    void numberOfThreadsIsAtLeastOne() {
        run.commandLine("sam.threads", "0");

        assertThatThrownBy(this::build)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("threads must be at least 1, this is 0");
    }

    @Test
    void templateWithoutLocalCodeSaysSo() throws Exception {
        file("template.yaml", "Resources:\n  Queue: {Type: AWS::SQS::Queue}\n");

        assertThat(build()).containsExactly("INFO The template points at no local code");
    }

    @Test
    void functionsOfLoopsInNestedTemplatesAreBuilt() throws Exception {
        file("template.yaml", """
                Resources:
                  Shop:
                    Type: AWS::Serverless::Application
                    Properties: {Location: shop/stack.yaml}
                """);
        file("shop/stack.yaml", """
                Transform: AWS::LanguageExtensions
                Resources:
                  Fn::ForEach::Services:
                    - Name
                    - [Orders, Audit]
                    - ${Name}Fn:
                        Type: AWS::Serverless::Function
                        Properties: {Runtime: provided.al2023, Handler: x, CodeUri: '../${Name}'}
                """);
        file("Orders/bootstrap", "orders");
        file("Audit/bootstrap", "audit");

        build();

        assertThat(artifacts()).containsExactlyInAnyOrder("Shop/OrdersFn", "Shop/AuditFn");
        assertThat(basedir.resolve("target/sam/build/Shop/template.yaml"))
                .content()
                .contains("CodeUri: OrdersFn", "CodeUri: AuditFn");
    }
}

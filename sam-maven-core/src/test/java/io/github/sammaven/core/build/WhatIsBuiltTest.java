package io.github.sammaven.core.build;

import static io.github.sammaven.core.build.BuildProject.content;
import static io.github.sammaven.core.build.BuildProject.function;
import static io.github.sammaven.core.build.BuildProject.layer;
import static io.github.sammaven.core.build.BuildProject.paths;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sammaven.core.problem.InvalidTemplateException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhatIsBuiltTest {

    @TempDir
    private Path folder;

    private BuildProject project;

    @BeforeEach
    void write() throws IOException {
        project = new BuildProject(folder)
                .file("code/app.py", "app")
                .file("layer/python/dep.py", "dep")
                .file("done.zip", "zip")
                .file("done.jar", "jar");
    }

    @Test
    void functionGoesThroughTheWorkflowOfItsRuntime() throws IOException {
        BuildResult result = project.build(function("Fn", "python3.12", "code"));
        assertThat(paths(result)).containsEntry("Fn", project.output().resolve("Fn"));
        assertThat(content(project.output().resolve("Fn"))).containsOnlyKeys("app.py");
        assertThat(project.built).containsExactly("Fn");
    }

    @Test
    void buildMethodWinsOverTheRuntime() {
        project.before = (target, output) -> assertThat(target.method()).contains("makefile");
        project.build(function("Fn", "provided.al2023", "code", "Metadata: {BuildMethod: makefile}"));
        assertThat(project.built).containsExactly("Fn");
    }

    @Test
    void runtimeNobodyBuildsIsCopied() {
        project.build(function("Fn", "dotnet8", "code"));
        assertThat(project.built).isEmpty();
        assertThat(project.output().resolve("Fn/app.py")).hasContent("app");
    }

    @Test
    void buildMethodNobodyKnowsIsRefusedAtItsPlace() {
        assertThatThrownBy(
                        () -> project.build(function("Fn", "provided.al2023", "code", "Metadata: {BuildMethod: zig}")))
                .isInstanceOf(InvalidTemplateException.class)
                .hasMessageContaining("template.yaml:5:16: Fn: BuildMethod 'zig' cannot be built here")
                .hasMessageContaining("makefile");
    }

    @Test
    void archivesInlineCodeAndWhatIsElsewhereAreNotBuilt() {
        BuildResult result = project.build(function("Zip", "python3.12", "done.zip")
                + function("Jar", "java17", "done.jar")
                + function("Remote", "python3.12", "'s3://bucket/key'")
                + "Inline:\n  Type: AWS::Serverless::Function\n  Properties: {InlineCode: x, Runtime: python3.12}\n");
        assertThat(paths(result))
                .containsOnlyKeys("Zip", "Jar")
                .containsEntry("Zip", project.path("done.zip"))
                .containsEntry("Jar", project.path("done.jar"));
        assertThat(project.built).isEmpty();
    }

    @Test
    void whatSomebodyElseHasBuiltIsTakenAsItIs() {
        BuildResult result = project.build(function("Skipped", "python3.12", "code", "Metadata: {SkipBuild: true}")
                + function("Bundled", "python3.12", "code", "Metadata: {'aws:asset:is-bundled': true}")
                + function("Built", "python3.12", "code", "Metadata: {SkipBuild: false}"));
        assertThat(paths(result))
                .containsEntry("Skipped", project.path("code"))
                .containsEntry("Bundled", project.path("code"));
        assertThat(project.built).containsExactly("Built");
        assertThat(project.outcomes()).containsExactly("Skipped AS_IS", "Bundled AS_IS", "Built BUILT");
    }

    @Test
    void layerIsBuiltOnlyWithABuildMethod() {
        project.before = (target, output) -> {
            assertThat(target.layer()).isTrue();
            assertThat(target.runtime()).isEqualTo("python3.12");
        };
        BuildResult result =
                project.build(layer("Plain", "layer") + layer("Made", "layer", "Metadata: {BuildMethod: python3.12}"));
        assertThat(project.built).containsExactly("Made");
        assertThat(paths(result)).containsEntry("Plain", project.path("layer"));
    }

    @Test
    void makefileLayerKnowsTheRuntimeItIsFor() {
        project.before = (target, output) -> assertThat(target.runtime()).isEqualTo("nodejs22.x");
        project.build("Made:\n  Type: AWS::Serverless::LayerVersion\n"
                + "  Properties: {ContentUri: layer, CompatibleRuntimes: [nodejs22.x, java21]}\n"
                + "  Metadata: {BuildMethod: makefile, BuildArchitecture: arm64}\n");
        assertThat(project.built).containsExactly("Made");
    }

    @Test
    void layerThatHoldsTheBuildFolderIsCopiedWithoutIt() throws IOException {
        project.file("target/old.txt", "old");
        BuildResult result = project.build(layer("All", "."));
        assertThat(paths(result)).containsEntry("All", project.output().resolve("All"));
        assertThat(content(project.output().resolve("All")))
                .containsKey("layer/python/dep.py")
                .doesNotContainKey("target/old.txt");
    }

    @Test
    void everythingIsCopiedForThoseWhoRunItWhileItIsWorkedOn() {
        BuildResult result = project.build(
                layer("Plain", "layer") + function("Skipped", "python3.12", "code", "Metadata: {SkipBuild: true}"),
                project.setup().withCopies());
        assertThat(paths(result).values()).allMatch(path -> path.startsWith(project.output()));
    }

    @Test
    void imagesAreMadeByTheirBuilder() {
        String image = "Img:\n  Type: AWS::Serverless::Function\n  Properties: {PackageType: Image}\n"
                + "  Metadata: {Dockerfile: Dockerfile, DockerContext: code}\n"
                + "Ready:\n  Type: AWS::Serverless::Function\n"
                + "  Properties: {PackageType: Image, ImageUri: 'repo:1'}\n";
        assertThat(project.build(image).images()).isEmpty();
        BuildResult result = project.build(image, project.setup().withImages(new NamedImages("img:latest")));
        assertThat(result.images()).containsExactly(new BuiltImage("Img", "img:latest", "code"));
        assertThat(result.artifacts()).isEmpty();
        assertThat(project.outcomes()).containsExactly("Img BUILT");
    }

    @Test
    void everyProblemOfEveryTargetIsTold() {
        project.before = (target, output) -> {
            throw new InvalidTemplateException(Problem.error(target.code().mark(), target.id() + " is broken"));
        };
        InvalidTemplateException refused = catchThrowableOfType(
                InvalidTemplateException.class,
                () -> project.build(function("One", "python3.12", "code")
                        + function("Gone", "python3.12", "nowhere")
                        + function("Two", "python3.13", "code")
                        + function("Odd", "python3.12", "code", "Metadata: {BuildMethod: zig}")));
        assertThat(refused.problems())
                .extracting(Problem::message)
                .containsExactly(
                        "One is broken",
                        "Gone: CodeUri refers to a file or folder that does not exist: nowhere",
                        "Two is broken",
                        "Odd: BuildMethod 'zig' cannot be built here");
    }

    @Test
    void failedDiskIsNoMistakeOfTheUser() {
        project.before = (target, output) -> {
            throw new IOException("no space left on device");
        };
        SamException failed = catchThrowableOfType(
                SamException.class,
                () -> project.build(function("One", "python3.12", "code") + function("Two", "python3.13", "code")));
        assertThat(failed).isNotInstanceOf(InvalidTemplateException.class);
        assertThat(failed.problems())
                .extracting(Problem::message)
                .containsExactly(
                        "One cannot be built: no space left on device", "Two cannot be built: no space left on device");
    }

    @Test
    void idThatIsNoNameOfAFolderIsRefused() {
        assertThatThrownBy(() -> project.build(function("'../../evil'", "python3.12", "code")))
                .isInstanceOf(InvalidTemplateException.class)
                .hasMessageContaining("../../evil is no logical id");
        assertThat(Files.exists(project.output().resolve("../../evil"))).isFalse();
    }

    @Test
    void equalDefinitionsShareOneBuild() throws IOException {
        BuildResult result = project.build(function("One", "python3.12", "code")
                + function("Two", "python3.12", "./code")
                + function("Newer", "python3.13", "code")
                + function("Told", "python3.12", "code", "Metadata: {Note: x}"));
        assertThat(project.built).containsExactlyInAnyOrder("One", "Newer", "Told");
        assertThat(content(project.output().resolve("Two")))
                .isEqualTo(content(project.output().resolve("One")));
        assertThat(paths(result)).hasSize(4);
        assertThat(project.outcomes()).containsExactly("One BUILT", "Two BUILT", "Newer BUILT", "Told BUILT");
    }

    @Test
    void handlerSetsTargetsApartOnlyWhereItCounts() {
        project.build(function("One", "nodejs22.x", "code") + function("Two", "nodejs22.x", "code"));
        assertThat(project.built).containsExactlyInAnyOrder("One", "Two");
    }

    @Test
    void makefileNeverShares() {
        String make = "Metadata: {BuildMethod: makefile}";
        project.build(function("One", "python3.12", "code", make) + function("Two", "python3.12", "code", make));
        assertThat(project.built).containsExactlyInAnyOrder("One", "Two");
    }

    @Test
    void resultIsTheSameOnOneThread() throws IOException {
        StringBuilder template = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            project.file("code" + i + "/app.py", "app " + i);
            template.append(function("Fn" + i, "python3.12", "code" + i));
        }
        BuildResult many = project.build(template.toString());
        List<String> told = project.outcomes();
        var manyContent = content(project.output());
        BuildResult one = project.build(template.toString(), project.setup().withThreads(1));
        assertThat(one.artifacts()).isEqualTo(many.artifacts());
        assertThat(content(project.output())).isEqualTo(manyContent);
        assertThat(told).hasSize(12).isSortedAccordingTo((a, b) -> number(a) - number(b));
    }

    private static int number(String outcome) {
        return Integer.parseInt(outcome.replaceAll("[^0-9]", ""));
    }
}

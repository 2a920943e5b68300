package io.github.sammaven.core.build.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.build.image.FunctionImage.Outcome;
import io.github.sammaven.core.container.docker.DockerImageEngine;
import io.github.sammaven.core.container.docker.LocalImages;
import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.core.function.LambdaFunction;
import io.github.sammaven.core.problem.InvalidTemplateException;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.report.Note;
import io.github.sammaven.core.report.RecordedEvents;
import io.github.sammaven.core.report.Warning;
import io.github.sammaven.core.template.LocalValues;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import io.github.sammaven.core.template.TemplateResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionImageBuilderTest {

    private static LocalImages images;

    @TempDir
    private Path folder = Path.of("");

    private final RecordedEvents events = new RecordedEvents();

    /** Set before the first test; each test then has an engine. */
    @BeforeAll
    static void connect() {
        images = new LocalImages(FunctionImageBuilderTest.class);
    }

    @AfterAll
    static void cleanUp() {
        if (images != null) {
            images.close();
        }
    }

    private LambdaFunction function(String id, String metadata) {
        StringBuilder all = new StringBuilder(metadata);
        Map.of("Dockerfile", "Dockerfile", "DockerContext", "src", "DockerBuildExtraParams", labels())
                .forEach((name, value) -> {
                    if (!metadata.contains(name + ":")) {
                        all.append(name).append(": ").append(value).append('\n');
                    }
                });
        return only("""
                Resources:
                  %s:
                    Type: AWS::Serverless::Function
                    Properties: {PackageType: Image}
                    Metadata:
                """.formatted(id) + all.toString().indent(6));
    }

    private static String labels() {
        return "[--label, \"" + images.label() + "\"]";
    }

    private LambdaFunction only(String body) {
        Template template = new TemplateReader().parse(body, folder.resolve("template.yaml"), "template.yaml");
        FunctionCatalog catalog = FunctionCatalog.of(template, new TemplateResolver(template, LocalValues.defaults()));
        assertThat(catalog.problems()).isEmpty();
        return catalog.functions().get(0);
    }

    private Path source(String name, String text) throws IOException {
        Path file = folder.resolve("src").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private FunctionImageBuilder builder(Optional<String> mode) {
        return new FunctionImageBuilder(
                new ImageBuildOptions(folder.resolve("target/images"), folder, mode), images::engine, events);
    }

    private FunctionImage build(LambdaFunction function) {
        return builder(Optional.empty()).build(function, folder);
    }

    private List<String> log() {
        return events.of(Note.class).stream().map(Note::text).toList();
    }

    @Test
    void imageIsBuiltUnderTheNameOfItsFunction() throws IOException {
        source(
                "Dockerfile",
                "ARG LEVEL=1\nFROM scratch AS slim\nARG LEVEL\nLABEL level=$LEVEL\nCOPY a /a\n"
                        + "FROM slim\nLABEL whole=yes\n");
        source("a", "a");
        FunctionImage image = build(
                function("OrdersFunction", "DockerTag: v1\nDockerBuildArgs: {LEVEL: 7}\nDockerBuildTarget: slim\n"));

        assertThat(image.name()).isEqualTo("ordersfunction:v1");
        assertThat(image.outcome()).isEqualTo(Outcome.BUILT);
        assertThat(images.engine().find("ordersfunction:v1").orElseThrow().id()).isEqualTo(image.imageId());
        assertThat(images.labels(image.name())).containsEntry("level", "7").doesNotContainKey("whole");
        assertThat(log()).anyMatch(line -> line.startsWith("OrdersFunction: Step 1/6 : ARG LEVEL=1"));
        assertThat(events.of(Warning.class)).isEmpty();
    }

    @Test
    void nothingIsSentWhenNothingHasChanged() throws IOException {
        source("Dockerfile", "FROM scratch\nCOPY a /a\n");
        Path file = source("a", "first");
        FunctionImage first = build(function("UnchangedFunction", ""));
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000_000_000L));
        int lines = log().size();

        FunctionImage second = build(function("UnchangedFunction", ""));
        assertThat(second.outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(second.imageId()).isEqualTo(first.imageId());
        assertThat(log()).hasSize(lines);

        images.remove(first.imageId());
        assertThat(build(function("UnchangedFunction", "")).outcome()).isEqualTo(Outcome.BUILT);

        source("a", "second");
        FunctionImage changed = build(function("UnchangedFunction", ""));
        assertThat(changed.outcome()).isEqualTo(Outcome.BUILT);
        assertThat(changed.imageId()).isNotEqualTo(first.imageId());
    }

    @Test
    void engineUsesItsCacheWhateverTheTimesOfTheCheckout() throws IOException {
        source("Dockerfile", "FROM scratch\nCOPY a /a\n");
        Path file = source("a", "same");
        FunctionImage first = build(function("CachedFunction", ""));
        Files.delete(folder.resolve("target/images")
                .resolve(Files.list(folder.resolve("target/images"))
                        .findFirst()
                        .orElseThrow()
                        .getFileName()));
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000_000_000L));

        FunctionImage second = build(function("CachedFunction", ""));
        assertThat(second.outcome()).isEqualTo(Outcome.BUILT);
        assertThat(second.imageId()).isEqualTo(first.imageId());
        assertThat(log()).anyMatch(line -> line.contains("Using cache"));
    }

    @Test
    void newBaseImageMakesANewImage() throws IOException {
        source("Dockerfile", "FROM scratch\nCOPY a /a\n");
        source("a", "base one");
        build(function("BaseFunction", "DockerImage: sam-maven-test/base:one\n"));
        Files.createDirectories(folder.resolve("top"));
        Files.writeString(folder.resolve("top/Dockerfile"), "ARG BASE\nFROM ${BASE}\nCOPY b /b\n");
        Files.writeString(folder.resolve("top/b"), "b");
        LambdaFunction top =
                function("TopFunction", "DockerContext: top\nDockerBuildArgs: {BASE: \"sam-maven-test/base:one\"}\n");
        FunctionImage first = build(top);
        assertThat(build(top).outcome()).isEqualTo(Outcome.UNCHANGED);

        source("a", "base two");
        build(function("BaseFunction", "DockerImage: sam-maven-test/base:one\n"));
        FunctionImage second = build(top);
        assertThat(second.outcome()).isEqualTo(Outcome.BUILT);
        assertThat(second.imageId()).isNotEqualTo(first.imageId());
    }

    @Test
    void equalDefinitionsAreBuiltOnceAlsoAtTheSameTime() throws Exception {
        source("Dockerfile", "FROM scratch\nCOPY a /a\n");
        source("a", "shared");
        FunctionImageBuilder builder = builder(Optional.empty());
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            List<Callable<FunctionImage>> tasks = List.of(
                    () -> builder.build(function("SharedOne", ""), folder),
                    () -> builder.build(function("SharedTwo", ""), folder));
            for (Future<FunctionImage> done : pool.invokeAll(tasks)) {
                assertThat(done.get().name()).isIn("sharedone:latest", "sharedtwo:latest");
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(images.engine().find("sharedone:latest").orElseThrow().id())
                .isEqualTo(
                        images.engine().find("sharedtwo:latest").orElseThrow().id());
        assertThat(log().stream().filter(line -> line.contains("Step 1/"))).hasSize(1);
    }

    @Test
    void modeOfTheBuildIsAnArgumentAndEndsTheTag() throws IOException {
        source("Dockerfile", "FROM scratch\nARG SAM_BUILD_MODE\nLABEL mode=$SAM_BUILD_MODE\nCOPY a /a\n");
        source("a", "mode");
        FunctionImage image = builder(Optional.of("debug")).build(function("ModeFunction", "DockerTag: v1\n"), folder);

        assertThat(image.name()).isEqualTo("modefunction:v1-debug");
        assertThat(images.labels(image.name())).containsEntry("mode", "debug");
    }

    @Test
    void failedBuildTellsItsLastLinesAndTheLineOfTheDockerfile() throws IOException {
        String label = "LABEL " + images.label() + "\n";
        source("Dockerfile", "# comment\nFROM scratch\n" + label + "COPY a \\\n  /a\nRUN exit 7\n");
        source("a", "fail");

        assertThatThrownBy(() -> build(function("FailingFunction", "")))
                .isInstanceOf(SamException.class)
                .hasMessageContaining("src/Dockerfile:6:1: FailingFunction: its image cannot be built.")
                .hasMessageContaining("Step 4/")
                .satisfies(e -> assertThat(((SamException) e).problems().get(0).suggestion())
                        .contains("RUN exit 7"));
        source("Dockerfile", "FROM scratch\n" + label + "COPY gone /a\n");
        assertThatThrownBy(() -> build(function("FailingFunction", "")))
                .hasMessageContaining("src/Dockerfile:3:1: FailingFunction")
                .hasMessageContaining("gone");
        source("Dockerfile", "FROM scratch\n\nFETCH gone /a\n");
        assertThatThrownBy(() -> build(function("FailingFunction", "")))
                .hasMessageContaining("src/Dockerfile:3:1: FailingFunction")
                .hasMessageContaining("unknown instruction");
    }

    @Test
    void imageForAnotherArchitectureIsWarnedAbout() throws IOException {
        source("Dockerfile", "FROM scratch\nCOPY a /a\n");
        source("a", "architecture");
        String parameters = labels().replace("]", ", --platform, linux/amd64]");
        LambdaFunction function = only("""
                Resources:
                  ArmFunction:
                    Type: AWS::Serverless::Function
                    Properties: {PackageType: Image, Architectures: [arm64]}
                    Metadata: {Dockerfile: Dockerfile, DockerContext: src, DockerBuildExtraParams: %s}
                """.formatted(parameters));
        build(function);
        assertThat(events.of(Warning.class))
                .singleElement()
                .asString()
                .contains("its image is for amd64, and the function runs on arm64");
    }

    @Test
    void engineIsNotLookedForBeforeItIsNeededAndNamedWhenItIsMissing() throws IOException {
        try (DockerImageEngine none = new DockerImageEngine(Map.of("DOCKER_HOST", "unix:///no/such.sock"))) {
            ImageBuildOptions options = new ImageBuildOptions(folder.resolve("images"), folder, Optional.empty());
            FunctionImageBuilder builder = new FunctionImageBuilder(options, () -> none, events);
            LambdaFunction function = function("NoEngineFunction", "");
            assertThatThrownBy(() -> builder.build(function, folder)).isInstanceOf(InvalidTemplateException.class);

            source("Dockerfile", "FROM scratch\nCOPY a /a\n");
            source("a", "a");
            assertThatThrownBy(() -> builder.build(function, folder))
                    .isInstanceOf(SamException.class)
                    .hasMessageContaining("No container engine answers at unix:///no/such.sock")
                    .hasMessageContaining("images are made by Docker, Podman or Finch");
        }
    }

    @Test
    void everythingWrongWithADefinitionIsToldAtOnce() {
        LambdaFunction function =
                function("WrongFunction", "DockerTag: \"a b\"\nDockerImage: UPPER\nDockerContext: gone\n");
        assertThatThrownBy(() -> build(function))
                .isInstanceOf(InvalidTemplateException.class)
                .hasMessageContaining("an image cannot be called 'UPPER'")
                .hasMessageContaining("'a b' is no tag")
                .hasMessageContaining("is not there")
                .satisfies(e -> assertThat(((SamException) e).problems())
                        .allSatisfy(problem -> assertThat(problem.mark().line()).isPositive()));
    }

    @Test
    void dockerfileBesideTheContextIsNotCopied() throws IOException {
        Files.writeString(folder.resolve("Outside"), "FROM scratch\nCOPY . /\n");
        source("a", "outside");
        FunctionImage image = build(function("OutsideFunction", "Dockerfile: ../Outside\n"));
        Path archive = folder.resolve("image.tar");
        images.save(image.name(), archive);

        assertThat(SavedImage.files(archive)).containsExactly("a");
    }

    @Test
    void archiveIsTakenInOnce() throws IOException {
        source("Dockerfile", "FROM scratch\nCOPY a /a\n");
        source("a", "archive");
        FunctionImage made = build(function("SavedFunction", ""));
        images.save(made.name(), folder.resolve("image.tar"));
        images.remove(made.imageId());
        LambdaFunction function = fromArchive("image.tar");

        assertThat(FunctionImageBuilder.makes(function, folder)).isTrue();
        FunctionImage loaded = build(function);
        assertThat(loaded.outcome()).isEqualTo(Outcome.LOADED);
        assertThat(loaded.name()).isEqualTo(made.imageId());
        assertThat(images.engine().find(made.imageId())).isPresent();
        assertThat(build(function).outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(FunctionImageBuilder.makes(fromArchive("gone.tar"), folder)).isFalse();
    }

    @Test
    void fileThatIsNoArchiveIsRefused() throws IOException {
        Files.writeString(folder.resolve("image.tar"), "none");
        assertThatThrownBy(() -> build(fromArchive("image.tar"))).isInstanceOf(SamException.class);
    }

    private LambdaFunction fromArchive(String file) {
        return only("""
                Resources:
                  F:
                    Type: AWS::Serverless::Function
                    Properties: {PackageType: Image, ImageUri: %s}
                """.formatted(file));
    }
}

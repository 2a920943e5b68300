package io.github.sammaven.core.local.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.local.invoke.FunctionPackage;
import io.github.sammaven.core.local.invoke.FunctionPackage.ImageBuild;
import io.github.sammaven.core.local.invoke.InvocationResult;
import io.github.sammaven.core.local.invoke.LocalFunction;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Functions that are images of their own, built and run on a real engine. */
class ImageFunctionTest {

    private static final String NONE_GIVEN = "";

    @TempDir
    private Path context = Path.of("");

    private ContainerFunctions functions = new ContainerFunctions(plain());

    private static ContainerOptions.Builder plain() {
        return ContainerOptions.builder().project("sam-local-test");
    }

    @BeforeEach
    void writeContext() throws IOException {
        functions = new ContainerFunctions(plain());
        TestImages.python();
        Files.writeString(context.resolve("Dockerfile"), """
                FROM sam-local-test/python AS base
                ARG GREETING=hello
                ENV GREETING=$GREETING
                FROM base AS small
                COPY . /var/task/
                CMD ["app.hello"]
                FROM small
                ENV STAGE=last
                """);
        app("one");
    }

    private void app(String text) throws IOException {
        Files.writeString(context.resolve("app.py"), """
                import os
                def hello(event, context):
                    return "TEXT " + os.environ["GREETING"] + " " + os.environ.get("STAGE", "none")
                def other(event, context):
                    return [os.getcwd(), os.environ["_HANDLER"], sorted(os.listdir("/var/task"))]
                """.replace("TEXT", text));
    }

    @AfterEach
    void nothingIsLeft() {
        functions.close();
        assertThat(TestEngine.ours()).isEmpty();
    }

    private ImageBuild build(Map<String, String> arguments, String target) {
        return new ImageBuild(
                context,
                "Dockerfile",
                Optional.of("v1"),
                arguments,
                Optional.of(target).filter(name -> !name.isEmpty()));
    }

    private static LocalFunction image(ImageBuild build, List<String> command, Optional<String> folder) {
        return ContainerFunctions.function(
                new FunctionPackage.Image(NONE_GIVEN, Optional.of(build), List.of(), command, folder),
                Duration.ofSeconds(20),
                256);
    }

    @ParameterizedTest
    @EnumSource(
            value = RuntimeApiPlace.class,
            names = {"AUTO", "EMULATOR"})
    void builtImageRunsAsItSays(RuntimeApiPlace place) {
        functions = new ContainerFunctions(plain().runtimeApi(place));
        LocalFunction function = image(build(Map.of(), ""), List.of(), Optional.empty());
        assertThat(functions.once(function, "{}").payloadText()).isEqualTo("\"one hello last\"");
    }

    @Test
    void argumentsTargetCommandAndFolderCount() throws IOException {
        Files.writeString(context.resolve(".dockerignore"), "*\n!app.py\n");
        Files.writeString(context.resolve("secret.txt"), "x");
        ImageBuild build = build(Map.of("GREETING", "good day"), "small");
        assertThat(functions
                        .once(image(build, List.of(), Optional.empty()), "{}")
                        .payloadText())
                .isEqualTo("\"one good day none\"");
        LocalFunction other = image(build, List.of("app.other"), Optional.of("/tmp"));
        assertThat(functions.once(other, "{}").payloadText())
                .contains("/tmp", "app.other")
                .doesNotContain("secret");
    }

    @Test
    void rebuiltImageIsNeverStaleAndTheOldNameGoes() throws IOException {
        LocalFunction function = image(build(Map.of(), ""), List.of(), Optional.empty());
        assertThat(functions.once(function, "{}").payloadText()).isEqualTo("\"one hello last\"");
        app("two");
        assertThat(functions.once(function, "{}").payloadText()).isEqualTo("\"two hello last\"");
        app("one");
        assertThat(functions.once(function, "{}").payloadText()).isEqualTo("\"one hello last\"");
    }

    @Test
    void failedBuildShowsItsLastLines() throws IOException {
        Files.writeString(context.resolve("Dockerfile"), """
                FROM sam-local-test/python
                RUN ["/bin/sh", "-c", "echo compiling; exit 7"]
                """);
        LocalFunction function = image(build(Map.of(), ""), List.of(), Optional.empty());
        assertThatThrownBy(() -> functions.start(function))
                .isInstanceOf(SamException.class)
                .hasMessageContaining("Hello: its image cannot be built")
                .satisfies(e -> assertThat(((SamException) e).problems().get(0).suggestion())
                        .contains("compiling"));
    }

    @Test
    void missingDockerfileIsTheUsersMistake() throws IOException {
        Files.delete(context.resolve("Dockerfile"));
        LocalFunction function = image(build(Map.of(), ""), List.of(), Optional.empty());
        assertThatThrownBy(() -> functions.start(function))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("there is no Dockerfile in");
    }

    @Test
    void imageIsFoundByANameWithARegistryPort() {
        ContainerEngine engine = TestEngine.get();
        String id = engine.images().find(TestImages.python()).orElseThrow().id();
        engine.images().tag(id, "localhost:5999/team/orders", "v2");
        LocalFunction named = ContainerFunctions.function(
                new FunctionPackage.Image(
                        "localhost:5999/team/orders:v2",
                        Optional.empty(),
                        List.of("/bin/sh", "-c"),
                        List.of("echo started; exit 4"),
                        Optional.empty()),
                Duration.ofSeconds(5),
                128);
        InvocationResult result = functions.once(named, "{}");
        assertThat(result.payloadText()).contains("exit status 4");
        assertThat(functions.lines).contains("started");
    }

    @Test
    void imageThatCannotBeHadComesWithAWayOut() {
        LocalFunction gone = ContainerFunctions.function(
                new FunctionPackage.Image(
                        "localhost:1/none:1", Optional.empty(), List.of(), List.of(), Optional.empty()),
                Duration.ofSeconds(5),
                128);
        assertThatThrownBy(() -> functions.start(gone))
                .isInstanceOf(ImageUnavailableException.class)
                .hasMessageContaining("The image localhost:1/none:1 cannot be pulled: ")
                .satisfies(e -> assertThat(((SamException) e).problems().get(0).suggestion())
                        .contains("-Dsam.invokeImage"));
    }

    @Test
    void givenImageReplacesTheOwnOne() {
        functions = new ContainerFunctions(
                plain().images(new ImageOptions(Map.of("Hello", TestImages.python(), "", "none"), true, false)));
        LocalFunction function = ContainerFunctions.function(
                new FunctionPackage.Image(
                        "none", Optional.empty(), List.of("/bin/sh", "-c"), List.of("exit 5"), Optional.empty()),
                Duration.ofSeconds(5),
                128);
        assertThat(functions.once(function, "{}").payloadText()).contains("exit status 5");
    }

    @Test
    void programThatIsMissingIsAnErrorOfTheFunction() {
        LocalFunction broken = ContainerFunctions.function(
                new FunctionPackage.Image(
                        TestImages.python(), Optional.empty(), List.of("/no/such"), List.of(), Optional.empty()),
                Duration.ofSeconds(5),
                128);
        InvocationResult result = functions.once(broken, "{}");
        assertThat(result.functionError()).contains("Runtime.InvalidEntrypoint");
        assertThat(result.payloadText()).contains("/no/such");
    }
}

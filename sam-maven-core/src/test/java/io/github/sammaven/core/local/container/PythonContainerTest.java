package io.github.sammaven.core.local.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.local.invoke.FunctionEnvironment;
import io.github.sammaven.core.local.invoke.InvocationResult;
import io.github.sammaven.core.local.invoke.LocalFunction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The same table for our Runtime API and for an emulator in the image. */
@ParameterizedClass
@EnumSource(
        value = RuntimeApiPlace.class,
        names = {"HOST", "EMULATOR"})
class PythonContainerTest {

    private static final String CODE = """
            import os, sys, time
            count = 0
            class Odd(Exception):
                pass
            def hello(event, context):
                global count
                count += 1
                print("hello from the container")
                return {"count": count, "ä": event.get("ä")}
            def fail(event, context):
                raise Odd("not today")
            def stop(event, context):
                os._exit(event)
            def wait(event, context):
                time.sleep(event)
                return "woken"
            def variable(event, context):
                return os.environ.get(event)
            def write(event, context):
                open("/var/task/new", "w")
            def chatty(event, context):
                for i in range(event):
                    print("line", i)
                sys.stderr.write("on stderr\\n")
                sys.stdout.write("no end")
                return "done"
            def sized(event, context):
                return "x" * (event - 2)
            def eat(event, context):
                whole = []
                while True:
                    whole.append(bytearray(10_000_000))
            def held(event, context):
                whole = bytearray(event * 1_000_000)
                return len(whole)
            """;

    @Parameter
    private RuntimeApiPlace place = RuntimeApiPlace.HOST;

    @TempDir
    private Path code = Path.of("");

    private ContainerFunctions functions = new ContainerFunctions(ContainerOptions.builder());

    @BeforeEach
    void prepare() throws IOException {
        Files.writeString(code.resolve("app.py"), CODE);
        functions = new ContainerFunctions(
                ContainerFunctions.options(TestImages.python()).runtimeApi(place));
    }

    @AfterEach
    void nothingIsLeft() {
        functions.close();
        assertThat(TestEngine.ours()).isEmpty();
    }

    private LocalFunction python(String handler) {
        return ContainerFunctions.zip("python3.11", "app." + handler, code, List.of());
    }

    @Test
    void environmentStaysWarm() {
        try (FunctionEnvironment environment = functions.start(python("hello"))) {
            InvocationResult first = ContainerFunctions.call(environment, "{\"ä\": \"ö\"}");
            assertThat(first.payloadText()).isEqualTo("{\"count\": 1, \"ä\": \"ö\"}");
            assertThat(ContainerFunctions.call(environment, "{}").payloadText()).startsWith("{\"count\": 2,");
            assertThat(functions.lines.subList(0, 3))
                    .containsExactly(
                            "START RequestId: " + first.requestId() + " Version: $LATEST",
                            "hello from the container",
                            "END RequestId: " + first.requestId());
            assertThat(functions.lines).hasSize(8);
            assertThat(first.report().maxMemoryMb().orElse(0)).isBetween(5, 256);
        }
    }

    @Test
    void exceptionIsAnErrorOfItsType() {
        InvocationResult result = functions.once(python("fail"), "{}");
        assertThat(result.functionError()).contains("Odd");
        assertThat(result.payloadText()).contains("not today", "\"stackTrace\"");
    }

    @Test
    void exitIsAnExitErrorAndTheNextCallStartsAnew() {
        try (FunctionEnvironment environment = functions.start(python("stop"))) {
            InvocationResult result = ContainerFunctions.call(environment, "3");
            assertThat(result.functionError()).contains("Runtime.ExitError");
            assertThat(result.payloadText()).contains("Runtime exited with error: exit status 3");
            assertThat(ContainerFunctions.call(environment, "0").payloadText())
                    .contains("Runtime exited without providing a reason");
            assertThat(functions.lines)
                    .filteredOn(line -> line.startsWith("REPORT "))
                    .hasSize(2);
        }
    }

    @Test
    void timeoutEndsTheCallAndTheNextOneStartsAnew() {
        LocalFunction slow = ContainerFunctions.with(python("wait"), Duration.ofSeconds(1), 256);
        try (FunctionEnvironment environment = functions.start(slow)) {
            InvocationResult late = ContainerFunctions.call(environment, "30");
            assertThat(late.timedOut()).isTrue();
            assertThat(late.payloadText())
                    .isEqualTo("{\"errorType\":\"Sandbox.Timedout\",\"errorMessage\":\"RequestId: " + late.requestId()
                            + " Error: Task timed out after 1.00 seconds\"}");
            assertThat(functions.lines.get(functions.lines.size() - 1)).endsWith("Status: timeout");
            assertThat(ContainerFunctions.call(environment, "0").payloadText()).isEqualTo("\"woken\"");
        }
    }

    @Test
    void variablesArePassedAsTheyAre() {
        assertThat(functions.once(python("variable"), "\"TABLE\"").payloadText())
                .isEqualTo("\"orders = 'all'\"");
    }

    @Test
    void codeCannotBeChanged() {
        InvocationResult result = functions.once(python("write"), "{}");
        assertThat(result.payloadText()).contains("Read-only file system");
        assertThat(code.resolve("new")).doesNotExist();
    }

    @Test
    void everyLineComesBetweenStartAndEnd() {
        InvocationResult result = functions.once(python("chatty"), "100000");
        assertThat(result.payloadText()).isEqualTo("\"done\"");
        assertThat(functions.lines.get(0)).startsWith("START RequestId: " + result.requestId());
        int end = functions.lines.indexOf("END RequestId: " + result.requestId());
        List<String> printed = functions.lines.subList(1, end);
        assertThat(printed).hasSize(100_002).contains("on stderr", "no end");
        List<String> onOut =
                printed.stream().filter(line -> !line.equals("on stderr")).toList();
        List<String> expected = Stream.concat(
                        IntStream.range(0, 100_000).mapToObj(i -> "line " + i), Stream.of("no end"))
                .toList();
        assertThat(onOut.equals(expected)).as("all lines in order").isTrue();
    }

    @ParameterizedTest
    @CsvSource({"6291556,", "6291557,Function.ResponseSizeTooLarge"})
    void answerIsHeldToTheLimit(int size, String error) {
        InvocationResult result = functions.once(python("sized"), Integer.toString(size));
        assertThat(result.functionError().orElse(null)).isEqualTo(error);
        if (error == null) {
            assertThat(result.payload()).hasSize(size);
        } else {
            assertThat(result.payloadText()).contains("(6291557 bytes)", "(6291556 bytes)");
        }
    }

    @Test
    void moreMemoryThanThereIsEndsTheRuntime() {
        InvocationResult result =
                functions.once(ContainerFunctions.with(python("eat"), Duration.ofSeconds(20), 128), "{}");
        assertThat(result.functionError().orElse(""))
                .isIn(
                        place == RuntimeApiPlace.HOST ? "Runtime.OutOfMemory" : "Runtime.ExitError",
                        "Runtime.OutOfMemory");
        assertThat(result.payloadText()).contains("signal: killed");
    }

    @Test
    void peakMemoryIsReported() {
        InvocationResult result = functions.once(python("held"), "100");
        assertThat(result.payloadText()).isEqualTo("100000000");
        assertThat(result.report().maxMemoryMb().orElse(0)).isBetween(96, 200);
    }

    @ParameterizedTest
    @CsvSource({"gone.hello,Runtime.ImportModuleError", "app.missing,Runtime.HandlerNotFound"})
    void initErrorComesEveryTime(String handler, String type) {
        LocalFunction broken = ContainerFunctions.zip("python3.11", handler, code, List.of());
        try (FunctionEnvironment environment = functions.start(broken)) {
            for (int i = 0; i < 2; i++) {
                assertThat(ContainerFunctions.call(environment, "{}").functionError())
                        .contains(type);
            }
        }
    }
}

package io.github.sammaven.core.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.local.invoke.ExecutionEnvironment;
import io.github.sammaven.core.local.invoke.FunctionError;
import io.github.sammaven.core.local.invoke.InvocationResult;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Real JVMs and shells behind the real Runtime API. */
class ProcessFunctionRunnerTest {

    private static final Duration PATIENT = Duration.ofSeconds(60);

    private final List<String> log = new ArrayList<>();

    @TempDir
    private Path temp;

    private ExecutionEnvironment hello(String method) {
        return new JavaProcess(JavaClient.RIC, log::add).hello(method, PATIENT);
    }

    @ParameterizedTest
    @EnumSource(
            value = JavaClient.class,
            names = {"RIC", "LOOP"})
    void warmProcessAnswersOneEventAfterAnother(JavaClient client) {
        try (ExecutionEnvironment environment = new JavaProcess(client, log::add).hello("answer", PATIENT)) {
            InvocationResult first = JavaProcess.invoke(environment, "{\"name\": \"Ada\"}");
            assertThat(first.error()).isEmpty();
            assertThat(first.text())
                    .contains(
                            "\"hello\":\"Ada\"", "\"calls\":1", "\"function\":\"hello-dev\"", "\"variable\":\"green\"");
            assertThat(first.report().init())
                    .hasValueSatisfying(init -> assertThat(init).isPositive());
            InvocationResult second = JavaProcess.invoke(environment, "{\"name\": \"Grace\"}");
            assertThat(second.text()).contains("\"hello\":\"Grace\"", "\"calls\":2");
            assertThat(second.report().init()).isEmpty();
            assertThat(log)
                    .filteredOn(line -> line.startsWith("START") || line.startsWith("END") || line.startsWith("REPORT"))
                    .extracting(line -> line.split(" ")[0])
                    .containsExactly("START", "END", "REPORT", "START", "END", "REPORT");
        }
    }

    @Test
    void exceptionIsAResultWithItsTypeAndTheProcessStaysWarm() {
        try (ExecutionEnvironment environment = hello("fail")) {
            InvocationResult failed = JavaProcess.invoke(environment, "{\"name\": 1}");
            assertThat(failed.error()).contains(new FunctionError("java.lang.IllegalStateException", "no 1"));
            assertThat(failed.text()).contains("\"stackTrace\":[");
            assertThat(JavaProcess.invoke(environment, "{\"name\": 2}").report().init())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"3, exit status 3", "0, without providing a reason"})
    void exitOfTheProcessIsToldAndTheNextEventStartsAnew(int status, String words) {
        try (ExecutionEnvironment environment = hello("exit")) {
            for (int i = 0; i < 2; i++) {
                InvocationResult result = JavaProcess.invoke(environment, "{\"status\": " + status + "}");
                assertThat(result.error()).hasValueSatisfying(error -> {
                    assertThat(error.type()).isEqualTo("Runtime.ExitError");
                    assertThat(error.message())
                            .contains(result.report().requestId())
                            .endsWith(words);
                });
                assertThat(result.report().init()).isPresent();
            }
            assertThat(log).filteredOn(line -> line.startsWith("REPORT")).hasSize(2);
        }
    }

    @Test
    void timeoutStopsTheProcessAndTheNextEventStartsAnew() {
        try (ExecutionEnvironment environment =
                new JavaProcess(JavaClient.RIC, log::add).hello("hang", Duration.ofSeconds(2))) {
            InvocationResult result = JavaProcess.invoke(environment, "{\"hang\": true}");
            assertThat(result.text())
                    .isEqualTo("{\"errorType\":\"Sandbox.Timedout\",\"errorMessage\":\"RequestId: "
                            + result.report().requestId() + " Error: Task timed out after 2.00 seconds\"}");
            assertThat(log).anyMatch(line -> line.endsWith("Task timed out after 2.00 seconds"));
            assertThat(log.get(log.size() - 1)).startsWith("REPORT").endsWith("Status: timeout");
            assertThat(JavaProcess.invoke(environment, "{}").text()).isEqualTo("\"done\"");
        }
    }

    @Test
    void responseAtTheLimitPassesAndOneByteMoreIsRefusedInWords() {
        try (ExecutionEnvironment environment = hello("large")) {
            assertThat(JavaProcess.invoke(environment, "{\"bytes\": 6291556}").payload())
                    .hasSize(6_291_556);
            assertThat(JavaProcess.invoke(environment, "{\"bytes\": 6291557}").error())
                    .contains(
                            new FunctionError(
                                    "Function.ResponseSizeTooLarge",
                                    "Response payload size (6291557 bytes) exceeded maximum allowed payload size (6291556 bytes)."));
            assertThat(JavaProcess.invoke(environment, "{\"bytes\": 3}").text()).isEqualTo("\"x\"");
        }
    }

    @Test
    void requestAtTheLimitPassesAndOneByteMoreNeverReachesTheFunction() {
        try (ExecutionEnvironment environment = hello("answer")) {
            String name = "x".repeat(6_291_456 - "{\"name\":\"\"}".length());
            assertThat(JavaProcess.invoke(environment, "{\"name\":\"" + name + "\"}")
                            .payload())
                    .hasSizeGreaterThan(6_000_000);
            int lines = log.size();
            assertThatThrownBy(() -> JavaProcess.invoke(environment, "{\"name\":\"" + name + "x\"}"))
                    .isInstanceOf(InvalidOptionException.class)
                    .hasMessageContaining("The event is 6,291,457 bytes; Lambda takes at most 6,291,456");
            assertThat(log).hasSize(lines);
        }
    }

    @Test
    void everyLineOfAHundredThousandComesBeforeTheEnd() {
        try (ExecutionEnvironment environment = hello("log")) {
            JavaProcess.invoke(environment, "{\"lines\": 100000}");
        }
        int start = IntStream.range(0, log.size())
                .filter(i -> log.get(i).startsWith("START"))
                .findFirst()
                .orElseThrow();
        assertThat(log.subList(start + 1, log.size() - 3))
                .isEqualTo(
                        IntStream.range(0, 100_000).mapToObj(i -> "line " + i).toList());
        assertThat(log.get(log.size() - 3)).isEqualTo("no end");
        assertThat(log.get(log.size() - 2)).startsWith("END");
    }

    @Test
    void handlerThatIsNotThereIsAnErrorOfEveryInvocation() {
        try (ExecutionEnvironment environment = hello("missing")) {
            for (int i = 0; i < 2; i++) {
                assertThat(JavaProcess.invoke(environment, "{}").error())
                        .hasValueSatisfying(error -> assertThat(error.message()).contains("missing"));
            }
        }
    }

    @Test
    void jarsOfLayersAreOnTheClassPath() throws IOException {
        Path lib = Files.createDirectories(temp.resolve("layer/java/lib"));
        try (OutputStream file = Files.newOutputStream(lib.resolve("texts.jar"));
                ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry("from-layer.txt"));
            zip.closeEntry();
        }
        JavaProcess process = new JavaProcess(JavaClient.RIC, log::add);
        try (ExecutionEnvironment with = process.hello("layered", PATIENT, temp.resolve("layer"));
                ExecutionEnvironment without = process.hello("layered", PATIENT)) {
            assertThat(JavaProcess.invoke(with, "{}").text()).isEqualTo("\"present\"");
            assertThat(JavaProcess.invoke(without, "{}").text()).isEqualTo("\"absent\"");
        }
    }

    @Test
    void customRuntimeOfAnArchiveRunsItsBootstrap() throws IOException {
        Path code = Files.createDirectories(temp.resolve("code"));
        Path bootstrap = Files.writeString(code.resolve("bootstrap"), """
                #!/bin/sh
                echo "starting in $LAMBDA_TASK_ROOT"
                exit 7
                """);
        JavaProcess process = new JavaProcess(JavaClient.AUTO, log::add);
        try (ExecutionEnvironment environment = process.start("provided.al2023", "x", code, PATIENT, List.of())) {
            assertThatThrownBy(() -> JavaProcess.invoke(environment, "{}"))
                    .isInstanceOf(SamException.class)
                    .hasMessageContaining("is not executable");
            Files.setPosixFilePermissions(bootstrap, PosixFilePermissions.fromString("rwxr-xr-x"));
            assertThat(JavaProcess.invoke(environment, "{}").error())
                    .hasValueSatisfying(error -> assertThat(error.message()).endsWith("exit status 7"));
            assertThat(log).contains("starting in " + code);
        }
    }

    @Test
    void runtimeThatCannotBeRunIsSaid() {
        assertThatThrownBy(() ->
                        new JavaProcess(JavaClient.AUTO, log::add).start("dotnet8", "a::b", temp, PATIENT, List.of()))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("'dotnet8' cannot be run as a process");
    }

    @Test
    void closingEndsTheProcess() {
        long before = ProcessHandle.current().descendants().count();
        ExecutionEnvironment environment = hello("answer");
        JavaProcess.invoke(environment, "{}");
        assertThat(ProcessHandle.current().descendants().count()).isEqualTo(before + 1);
        environment.close();
        assertThat(ProcessHandle.current().descendants().count()).isEqualTo(before);
    }
}

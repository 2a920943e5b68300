package io.github.sammaven.core.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.local.invoke.FunctionEnvironment;
import io.github.sammaven.core.local.invoke.FunctionLog;
import io.github.sammaven.core.local.invoke.Invocation;
import io.github.sammaven.core.local.invoke.InvocationResult;
import io.github.sammaven.core.local.invoke.LocalFunction;
import io.github.sammaven.core.local.invoke.PayloadGuard;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The same table for AWS's client and for our loop. */
@ParameterizedClass
@EnumSource(
        value = JavaClient.class,
        names = {"AWS", "LOOP"})
class JavaFunctionTest {

    private static final String HANDLERS = JavaHandlers.class.getName();
    private static final Path CODE = Path.of("target", "test-classes");

    @Parameter
    private JavaClient client = JavaClient.AUTO;

    private Functions functions = new Functions(JavaClient.AUTO);

    @BeforeEach
    void chooseClient() {
        Assumptions.assumeTrue(
                client == JavaClient.LOOP || System.getProperty("os.name").equals("Linux"),
                "AWS's Java client needs Linux");
        functions = new Functions(client);
    }

    private static LocalFunction java(String handler) {
        return Functions.function("java17", HANDLERS + handler, CODE);
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of("$Pojo", "{\"id\":\"a\",\"amount\":1}", "{\"id\":\"a\",\"amount\":2}"),
                Arguments.of("$Pojo::handleRequest", "{\"id\":\"a\",\"amount\":1}", "{\"id\":\"a\",\"amount\":2}"),
                Arguments.of("$Inherited", "[{\"id\":\"first\"}]", "\"first\""),
                Arguments.of("$Stream", "{\"any\" : 1}", "{\"any\" : 1}"),
                Arguments.of("$Stream", "no json äöü", "no json äöü"),
                Arguments.of("$Stream", "", ""),
                Arguments.of("::text", "\"you\"", "\"hello you\""),
                Arguments.of("::nothing", "{}", "null"),
                Arguments.of("::count", "{}", "1"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("answers")
    void handlerOfThisKindAnswers(String handler, String event, String answer) {
        InvocationResult result = functions.once(java(handler), event);
        assertThat(result.payloadText()).isEqualTo(answer);
        assertThat(result.functionError()).isEmpty();
    }

    @Test
    void contextIsComplete() {
        try (FunctionEnvironment environment = functions.start(java("::context"))) {
            Invocation call = new Invocation(
                    "3f1c0000-0000-4000-8000-000000000001",
                    "{}".getBytes(StandardCharsets.UTF_8),
                    Optional.of("{\"client\":{},\"custom\":{\"k\":\"v\"},\"env\":{}}"),
                    Optional.of("Root=1-2-3"));
            assertThat(environment.invoke(call).payloadText())
                    .isEqualTo("{\"name\":\"hello\",\"version\":\"$LATEST\","
                            + "\"arn\":\"arn:aws:lambda:eu-central-1:123456789012:function:hello\",\"memory\":512,"
                            + "\"group\":\"/aws/lambda/hello\",\"timeLeft\":true,"
                            + "\"requestId\":\"3f1c0000-0000-4000-8000-000000000001\",\"custom\":{\"k\":\"v\"}}");
        }
    }

    @Test
    void exceptionIsReportedWithCauseAndStack() {
        InvocationResult result = functions.once(java("::fail"), "{}");
        assertThat(result.functionError()).contains("java.lang.IllegalArgumentException");
        assertThat(result.payloadText())
                .contains("\"errorMessage\":\"bad order\"", "\"stackTrace\":[", "JavaHandlers.fail");
        if (client == JavaClient.LOOP) {
            assertThat(result.payloadText()).contains("\"cause\":{\"errorMessage\":\"disk\"");
        }
        assertThat(functions.lines).anyMatch(line -> line.startsWith("REPORT "));
    }

    @Test
    void environmentStaysWarmAndReportsInitOnce() {
        try (FunctionEnvironment environment = functions.start(java("::count"))) {
            InvocationResult first = Functions.call(environment, "{}");
            InvocationResult second = Functions.call(environment, "{}");
            assertThat(first.report().initDuration()).isPresent();
            assertThat(second.report().initDuration()).isEmpty();
            assertThat(second.payloadText()).isEqualTo("2");
            assertThat(second.report().duration()).isPositive();
            if (System.getProperty("os.name").equals("Linux")) {
                assertThat(second.report().maxMemoryMb().orElse(0)).isBetween(20, 512);
            }
        }
    }

    @Test
    void everyLineComesBetweenStartAndEnd() {
        InvocationResult result = functions.once(java("::chatty"), "100000");
        assertThat(result.payloadText()).isEqualTo("\"done\"");
        int start = functions.lines.indexOf("START RequestId: " + result.requestId() + " Version: $LATEST");
        int end = functions.lines.indexOf("END RequestId: " + result.requestId());
        List<String> expected = Stream.concat(
                        IntStream.range(0, 100_000).mapToObj(i -> "line " + i), Stream.of("on stderr", "no end"))
                .toList();
        List<String> printed = functions.lines.subList(start + 1, end);
        int same = (int) IntStream.range(0, Math.min(expected.size(), printed.size()))
                .takeWhile(i -> expected.get(i).equals(printed.get(i)))
                .count();
        assertThat(printed.subList(same, Math.min(printed.size(), same + 3)))
                .isEqualTo(expected.subList(same, Math.min(expected.size(), same + 3)));
        assertThat(printed).hasSameSizeAs(expected);
        assertThat(functions.lines.get(end + 1))
                .startsWith("REPORT RequestId: " + result.requestId() + "\tDuration: ")
                .contains("Init Duration: ");
    }

    @Test
    void interruptedCallEndsAndTheNextStartsAnew() throws Exception {
        CountDownLatch working = new CountDownLatch(1);
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        FunctionLog log = line -> {
            if (line.startsWith("START ")) {
                working.countDown();
            }
        };
        try (FunctionEnvironment environment = functions.runner().start(java("::stuck"), log)) {
            Thread caller = new Thread(() -> {
                try {
                    Functions.call(environment, "\"stay\"");
                    failure.complete(new AssertionError("the call returned"));
                } catch (SamException e) {
                    failure.complete(Thread.currentThread().isInterrupted() ? e : new AssertionError("lost", e));
                }
            });
            caller.start();
            assertThat(working.await(20, TimeUnit.SECONDS)).isTrue();
            caller.interrupt();
            assertThat(failure.get(15, TimeUnit.SECONDS))
                    .isInstanceOf(SamException.class)
                    .hasMessageContaining("the call was interrupted");
            assertThat(Functions.call(environment, "\"go\"").payloadText()).isEqualTo("\"free\"");
        }
    }

    @Test
    void timeoutKillsAndTheNextCallStartsAnew() {
        LocalFunction slow = Functions.with(java("::stuck"), List.of(), Duration.ofSeconds(1), Map.of());
        try (FunctionEnvironment environment = functions.start(slow)) {
            InvocationResult late = Functions.call(environment, "\"stay\"");
            assertThat(late.timedOut()).isTrue();
            assertThat(late.payloadText())
                    .isEqualTo("{\"errorType\":\"Sandbox.Timedout\",\"errorMessage\":\"RequestId: " + late.requestId()
                            + " Error: Task timed out after 1.00 seconds\"}");
            assertThat(functions.lines.get(functions.lines.size() - 1))
                    .contains("Duration: 1000.00 ms")
                    .endsWith("Status: timeout");
            InvocationResult next = Functions.call(environment, "\"go\"");
            assertThat(next.payloadText()).isEqualTo("\"free\"");
            assertThat(next.report().initDuration()).isPresent();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|Runtime exited without providing a reason",
                "7|Runtime exited with error: exit status 7",
                "137|Runtime exited with error: signal: killed"
            })
    void exitInTheHandlerIsAnExitError(String code, String words) {
        try (FunctionEnvironment environment = functions.start(java("::exit"))) {
            for (int round = 0; round < 2; round++) {
                InvocationResult result = Functions.call(environment, code);
                assertThat(result.functionError()).contains("Runtime.ExitError");
                assertThat(result.payloadText()).contains("RequestId: " + result.requestId() + " Error: " + words);
                assertThat(functions.lines.get(functions.lines.size() - 1))
                        .startsWith("REPORT RequestId: " + result.requestId())
                        .contains("Status: error\tError Type: Runtime.ExitError");
            }
        }
    }

    @Test
    void toolOptionsOfTheFunctionWin() {
        LocalFunction function = Functions.with(
                java("::jvm"),
                List.of(),
                Duration.ofSeconds(20),
                Map.of("JAVA_TOOL_OPTIONS", "-XX:+UseParallelGC -Xmx100m -Dfile.encoding=ISO-8859-1"));
        assertThat(functions.once(function, "{}").payloadText())
                .matches(
                        "\\{\"heapMb\":(9|10)\\d,\"collectors\":\\[\"PS MarkSweep\",\"PS Scavenge\"],\"encoding\":\"ISO-8859-1\"}");
        assertThat(functions.lines).anyMatch(line -> line.startsWith("Picked up JAVA_TOOL_OPTIONS: "));
        assertThat(functions.once(java("::jvm"), "{}").payloadText())
                .contains("\"collectors\":[\"Copy\",\"MarkSweepCompact\"],\"encoding\":\"UTF-8\"");
    }

    @Test
    void memoryOverflowIsReported() {
        InvocationResult result = functions.once(java("::memory"), "{}");
        assertThat(result.functionError()).contains("java.lang.OutOfMemoryError");
    }

    @Test
    void largestAnswerPassesAndOneByteMoreDoesNot() {
        try (FunctionEnvironment environment = functions.start(java("::sized"))) {
            int limit = PayloadGuard.MAX_RESPONSE_BYTES;
            assertThat(Functions.call(environment, Integer.toString(limit)).payload())
                    .hasSize(limit);
            InvocationResult over = Functions.call(environment, Integer.toString(limit + 1));
            assertThat(over.functionError()).contains("Function.ResponseSizeTooLarge");
            assertThat(over.payloadText())
                    .contains("Response payload size (6291557 bytes) exceeded maximum allowed payload size"
                            + " (6291556 bytes).");
            assertThat(Functions.call(environment, "1").payload()).hasSize(1);
        }
    }

    @Test
    void largestEventPassesAndOneByteMoreIsRefused() {
        try (FunctionEnvironment environment = functions.start(java("$Stream"))) {
            byte[] largest = new byte[PayloadGuard.MAX_REQUEST_BYTES];
            assertThat(environment.invoke(Invocation.of(largest)).payload()).isEqualTo(largest);
            Invocation over = Invocation.of(new byte[PayloadGuard.MAX_REQUEST_BYTES + 1]);
            assertThatThrownBy(() -> environment.invoke(over))
                    .isInstanceOf(InvalidOptionException.class)
                    .hasMessageContaining("6,291,457 bytes; Lambda takes at most 6,291,456");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$BrokenConstructor|IllegalStateException",
                "$Missing|ClassNotFoundException",
                "::missing|NoSuchMethod"
            })
    void initErrorIsTheAnswer(String handler, String text) {
        InvocationResult result = functions.once(java(handler), "{}");
        assertThat(result.functionError()).isPresent();
        assertThat(result.payloadText()).contains("errorMessage");
        assertThat(result.payloadText() + functions.lines).contains(handler.contains("::") ? "missing" : text);
        assertThat(functions.lines.get(functions.lines.size() - 1))
                .startsWith("REPORT RequestId: " + result.requestId());
    }

    @Test
    void initThatFailedIsTriedAgainWithinTheCall(@TempDir Path folder) {
        LocalFunction function = Functions.with(
                java("$BrokenOnce"),
                List.of(),
                Duration.ofSeconds(20),
                Map.of("MARKER", folder.resolve("marker").toString()));
        try (FunctionEnvironment environment = functions.start(function)) {
            InvocationResult result = Functions.call(environment, "{}");
            assertThat(result.payloadText()).isEqualTo("\"recovered\"");
            assertThat(result.report().initDuration()).isEmpty();
            assertThat(functions.lines)
                    .anyMatch(line -> line.matches("INIT_REPORT Init Duration: [\\d.]+ ms\tPhase: init\tStatus: error"
                            + "\tError Type: java.lang.IllegalStateException"));
        }
    }

    @Test
    void jarAsCodeAndLayerJarsAreOnTheClassPath(@TempDir Path folder) throws IOException {
        String entry = HANDLERS.replace('.', '/') + ".class";
        Path jar = folder.resolve("app.jar");
        zip(jar, Map.of(entry, Files.readAllBytes(CODE.resolve(entry))));
        Path layerJar = folder.resolve("layer/java/lib/orders.jar");
        Files.createDirectories(layerJar.getParent());
        String inLayer = HANDLERS.replace('.', '/') + "$Stream.class";
        zip(layerJar, Map.of(inLayer, Files.readAllBytes(CODE.resolve(inLayer))));
        LocalFunction function = Functions.with(
                Functions.function("java17", HANDLERS + "$Stream", jar),
                List.of(folder.resolve("layer")),
                Duration.ofSeconds(20),
                Map.of());
        assertThat(functions.once(function, "{}").payloadText()).isEqualTo("{}");
    }

    private static void zip(Path target, Map<String, byte[]> entries) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(target))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
    }
}

package io.github.sammaven.core.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.local.debug.DebugOptions;
import io.github.sammaven.core.local.debug.DebugPorts;
import io.github.sammaven.core.local.debug.DebugSession;
import io.github.sammaven.core.local.invoke.FunctionEnvironment;
import io.github.sammaven.core.local.invoke.LocalFunction;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.report.Note;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class DebuggingTest {

    private static final String HANDSHAKE = "JDWP-Handshake";
    private static final Path CODE = Path.of("target", "test-classes");

    @TempDir
    private Path code = Path.of("");

    private final Functions functions = new Functions(JavaClient.AUTO);

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private ProcessFunctionRunner runner(DebugOptions debugging) {
        return functions.runner(functions.settings().withDebugging(debugging));
    }

    private static DebugOptions running(int port, String... arguments) {
        return new DebugOptions(Optional.empty(), List.of(port), List.of(arguments), false, Optional.empty());
    }

    private static LocalFunction java(String method) {
        return Functions.with(
                Functions.function("java17", JavaHandlers.class.getName() + method, CODE),
                List.of(),
                Duration.ofSeconds(1),
                Map.of("AWS_LAMBDA_FUNCTION_TIMEOUT", "1"));
    }

    private static Socket connect(int port) throws IOException {
        while (true) {
            try {
                return new Socket(InetAddress.getLoopbackAddress(), port);
            } catch (ConnectException notYet) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void javaWaitsForTheDebuggerLongerThanItsTimeout() throws Exception {
        int port = freePort();
        ProcessFunctionRunner runner = runner(DebugOptions.of(List.of(port), ""));
        try (FunctionEnvironment environment = runner.start(java("::text"), functions.lines::add)) {
            CompletableFuture<String> answer = CompletableFuture.supplyAsync(
                    () -> Functions.call(environment, "\"you\"").payloadText());
            try (Socket debugger = connect(port)) {
                debugger.getOutputStream().write(HANDSHAKE.getBytes(StandardCharsets.US_ASCII));
                assertThat(debugger.getInputStream().readNBytes(HANDSHAKE.length()))
                        .asString(StandardCharsets.US_ASCII)
                        .isEqualTo(HANDSHAKE);
                // The JVM tells that it has started and stands still; before that there is nothing to resume.
                DataInputStream events = new DataInputStream(debugger.getInputStream());
                events.readNBytes(events.readInt() - Integer.BYTES);
                assertThat(answer).isNotDone();
                debugger.getOutputStream().write(resume());
                assertThat(answer.get(30, TimeUnit.SECONDS)).isEqualTo("\"hello you\"");
            }
        }
        assertThat(functions.events).containsExactly(new Note("Hello: attach the debugger to 127.0.0.1:" + port));
        assertThat(functions.lines).hasSize(3);
    }

    private static byte[] resume() throws IOException {
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(packet);
        out.writeInt(11);
        out.writeInt(1);
        out.writeByte(0);
        out.writeByte(1);
        out.writeByte(9);
        return packet.toByteArray();
    }

    @Test
    void timeIsTenHours() throws IOException {
        ProcessFunctionRunner runner = runner(running(freePort()));
        assertThat(functions.once(runner, java("::timeLeft"), "{}").payloadText())
                .satisfies(left -> assertThat(Long.parseLong(left)).isBetween(35_000_000L, 36_000_000L));
    }

    @Test
    void argumentsOfTheUserArePartedFromOurs() throws IOException {
        DebugOptions debugging = running(freePort(), "-Dmine=1", "-Dport={port}");
        assertThat(functions
                        .once(runner(debugging), java("::property"), "\"mine\"")
                        .payloadText())
                .isEqualTo("\"1\"");
    }

    @Test
    void agentOfTheUserTakesThePlaceOfOurs() throws IOException {
        int port = freePort();
        DebugOptions debugging =
                running(port, "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,quiet=y,address=127.0.0.1:{port}");
        try (FunctionEnvironment environment = runner(debugging).start(java("::text"), functions.lines::add)) {
            assertThat(Functions.call(environment, "\"you\"").payloadText()).isEqualTo("\"hello you\"");
            connect(port).close();
        }
    }

    @Test
    void eachEnvironmentHasItsPortAndGivesItBack() throws IOException {
        ProcessFunctionRunner runner = runner(running(freePort()));
        LocalFunction function = java("::text");
        try (FunctionEnvironment environment = runner.start(function, functions.lines::add)) {
            assertThatThrownBy(() -> runner.start(function, functions.lines::add))
                    .isInstanceOf(InvalidOptionException.class)
                    .hasMessageContaining("every debug port is in use");
            assertThat(Functions.call(environment, "\"you\"").payloadText()).isEqualTo("\"hello you\"");
        }
        assertThat(functions.once(runner, function, "\"again\"").payloadText()).isEqualTo("\"hello again\"");
    }

    @Test
    void portComesBackFromAStartThatFailed() throws IOException {
        ProcessFunctionRunner runner = runner(running(freePort()));
        LocalFunction missing = Functions.function("java17", "x.Y", code.resolve("missing"));
        for (int round = 0; round < 2; round++) {
            assertThatThrownBy(() -> runner.start(missing, functions.lines::add))
                    .hasMessageContaining("does not exist");
        }
    }

    @Test
    void otherFunctionsRunAsTheyAre() throws IOException {
        DebugOptions debugging =
                new DebugOptions(Optional.of("Other"), List.of(freePort()), List.of(), true, Optional.empty());
        assertThat(functions.once(runner(debugging), java("::text"), "\"you\"").payloadText())
                .isEqualTo("\"hello you\"");
        assertThat(functions.events).isEmpty();
    }

    @Test
    void nodeOpensItsInspector() throws IOException {
        ScriptFunctionTest.needs("node");
        Files.writeString(code.resolve("index.js"), "exports.main = async () => process.execArgv.join(' ');");
        int port = freePort();
        LocalFunction function = Functions.function("nodejs20.x", "index.main", code);
        try (FunctionEnvironment environment =
                runner(running(port, "--no-lazy")).start(function, functions.lines::add)) {
            assertThat(Functions.call(environment, "{}").payloadText())
                    .contains("--inspect=127.0.0.1:" + port + " --no-lazy");
            String targets = new String(
                    URI.create("http://127.0.0.1:" + port + "/json/list")
                            .toURL()
                            .openStream()
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
            assertThat(targets).contains("webSocketDebuggerUrl");
        }
    }

    @Test
    void pythonRunsUnderTheGivenDebugger() throws IOException {
        ScriptFunctionTest.needs("python3");
        Files.writeString(code.resolve("app.py"), "import sys\ndef main(e, c):\n  return sys.flags.dev_mode\n");
        LocalFunction function = Functions.function("python3.11", "app.main", code);
        assertThat(functions
                        .once(runner(running(freePort(), "-X", "dev")), function, "{}")
                        .payloadText())
                .isEqualTo("true");
    }

    @Test
    void missingPythonDebuggerIsAPlainError() throws IOException {
        ScriptFunctionTest.needs("python3");
        Interpreters interpreters = new Interpreters(System.getenv("PATH"), functions.events::add);
        Path python = interpreters.python("python3.11");
        assertThatThrownBy(() -> interpreters.requireModule(python, "no_such_debugger"))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("debugger no_such_debugger is not installed")
                .hasMessageContaining("pip install no_such_debugger");
        interpreters.requireModule(python, "json");
    }

    @ParameterizedTest
    @CsvSource({
        "java21, true, '-agentlib:jdwp=transport=dt_socket,server=y,suspend=y,quiet=y,address=127.0.0.1:5005'",
        "java21, false, '-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,quiet=y,address=127.0.0.1:5005'",
        "nodejs22.x, true, '--inspect-brk=127.0.0.1:5005'",
        "nodejs22.x, false, '--inspect=127.0.0.1:5005'",
        "python3.12, true, '-m debugpy --listen 127.0.0.1:5005 --wait-for-client'",
        "python3.12, false, '-m debugpy --listen 127.0.0.1:5005'"
    })
    void debuggerOfEachRuntimeIsOpened(String runtime, boolean suspend, String options) {
        DebugOptions debugging =
                new DebugOptions(Optional.empty(), List.of(5005), List.of(), suspend, Optional.empty());
        LocalFunction function = Functions.function(runtime, "x.y", code);
        DebugSession session =
                new DebugPorts(Optional.of(debugging)).takeOne(function.name()).orElseThrow();
        assertThat(new DebuggedInterpreter(session).options(function)).isEqualTo(List.of(options.split(" ")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ruby3.3", "provided.al2023"})
    void otherRuntimesCannotBeDebugged(String runtime) {
        LocalFunction function = Functions.function(runtime, "x.y", code);
        ProcessFunctionRunner runner = runner(running(5005));
        assertThatThrownBy(() -> runner.start(function, functions.lines::add))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("a debugger cannot be attached to runtime " + runtime);
    }
}

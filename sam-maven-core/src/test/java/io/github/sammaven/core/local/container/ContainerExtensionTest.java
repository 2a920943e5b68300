package io.github.sammaven.core.local.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.local.invoke.FunctionEnvironment;
import io.github.sammaven.core.local.invoke.FunctionPackage;
import io.github.sammaven.core.local.invoke.InvocationResult;
import io.github.sammaven.core.local.invoke.LocalFunction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** External extensions beside a runtime, in one container, with our Runtime API. */
@Timeout(120)
class ContainerExtensionTest {

    private static final String EXTENSION = """
            #!/var/lang/bin/python3
            import http.client, json, os, signal, sys
            api = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])
            def call(method, path, headers, body=None):
                api.request(method, "/2020-01-01/extension/" + path, body, headers)
                answer = api.getresponse()
                return answer.headers, answer.read()
            open("/tmp/before-the-runtime", "w").close()
            headers, _ = call("POST", "register", {"Lambda-Extension-Name": os.path.basename(__file__)},
                              json.dumps({"events": ["INVOKE", "SHUTDOWN"]}))
            me = {"Lambda-Extension-Identifier": headers["Lambda-Extension-Identifier"]}
            print("extension variables", os.environ.get("TABLE"), [n for n in os.environ if n.startswith("_")], flush=True)
            while True:
                event = json.loads(call("GET", "event/next", me)[1])
                print("extension", event["eventType"], event.get("shutdownReason", ""), flush=True)
                if event["eventType"] == "SHUTDOWN":
                    break
            """;

    private static final String CODE = """
            import os, signal, sys, time
            beside = os.path.exists("/tmp/before-the-runtime")
            def said(*unused):
                print("runtime asked to end", flush=True)
                sys.exit(0)
            signal.signal(signal.SIGTERM, said)
            def run(event, context):
                print("handling", event)
                return str(eval(event))
            """;

    @TempDir
    private Path code = Path.of("");

    @TempDir
    private Path layer = Path.of("");

    private ContainerFunctions functions = new ContainerFunctions(ContainerOptions.builder());

    @BeforeEach
    void prepare() throws IOException {
        Files.writeString(code.resolve("app.py"), CODE);
        functions = new ContainerFunctions(
                ContainerFunctions.options(TestImages.python()).runtimeApi(RuntimeApiPlace.HOST));
    }

    @AfterEach
    void nothingIsLeft() {
        functions.close();
        assertThat(TestEngine.ours()).isEmpty();
    }

    private static void extension(Path folder, String name, String script) throws IOException {
        Path file = Files.createDirectories(folder.resolve("extensions")).resolve(name);
        Files.writeString(file, script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private LocalFunction function() {
        return ContainerFunctions.zip("python3.11", "app.run", code, List.of(layer));
    }

    private List<String> ofExtensions() {
        return functions.lines.stream()
                .filter(line -> line.startsWith("extension"))
                .toList();
    }

    @Test
    void extensionStartsBeforeTheRuntimeAndIsToldAboutCallsAndTheEnd() throws IOException {
        extension(layer, "watcher", EXTENSION);
        try (FunctionEnvironment environment = functions.start(function())) {
            assertThat(ContainerFunctions.call(environment, "\"beside\"").payloadText())
                    .isEqualTo("\"True\"");
            InvocationResult second = ContainerFunctions.call(environment, "\"os.environ['_HANDLER']\"");
            assertThat(second.payloadText()).isEqualTo("\"app.run\"");
            assertThat(second.report().maxMemoryMb().orElse(0)).isBetween(5, 256);
            assertThat(functions.lines)
                    .containsSubsequence(
                            "START RequestId: " + second.requestId() + " Version: $LATEST",
                            "handling os.environ['_HANDLER']",
                            "END RequestId: " + second.requestId());
        }
        assertThat(ofExtensions())
                .containsExactly(
                        "extension variables orders = 'all' []",
                        "extension INVOKE ",
                        "extension INVOKE ",
                        "extension SHUTDOWN spindown");
        assertThat(functions.lines).containsSubsequence("runtime asked to end", "extension SHUTDOWN spindown");
        assertThat(functions.events).isEmpty();
    }

    @Test
    void failedRuntimeEndsTheExtensionsAndAllStartAnew() throws IOException {
        extension(layer, "watcher", EXTENSION);
        try (FunctionEnvironment environment = functions.start(function())) {
            InvocationResult gone = ContainerFunctions.call(environment, "\"os._exit(3)\"");
            assertThat(gone.functionError()).contains("Runtime.ExitError");
            assertThat(gone.payloadText()).contains("exit status 3");
            assertThat(ContainerFunctions.call(environment, "\"6 * 7\"").payloadText())
                    .isEqualTo("\"42\"");
        }
        assertThat(ofExtensions())
                .contains("extension SHUTDOWN failure", "extension SHUTDOWN spindown")
                .hasSize(6);
    }

    @Test
    void timeoutIsTheReasonThatExtensionsHear() throws IOException {
        extension(layer, "watcher", EXTENSION);
        LocalFunction slow = ContainerFunctions.with(function(), Duration.ofSeconds(1), 256);
        InvocationResult late = functions.once(slow, "\"time.sleep(30)\"");
        assertThat(late.timedOut()).isTrue();
        assertThat(ofExtensions()).endsWith("extension SHUTDOWN timeout");
    }

    @Test
    void moreMemoryThanThereIsIsToldApart() throws IOException {
        extension(layer, "watcher", EXTENSION);
        LocalFunction small = ContainerFunctions.with(function(), Duration.ofSeconds(20), 128);
        InvocationResult result = functions.once(small, "\"[bytearray(10_000_000) for _ in range(1000)]\"");
        assertThat(result.functionError()).contains("Runtime.OutOfMemory");
    }

    @Test
    void extensionThatExitsIsACrash() throws IOException {
        extension(layer, "watcher", "#!/bin/sh\nexit 3\n");
        InvocationResult result = functions.once(function(), "\"1\"");
        assertThat(result.functionError()).contains("Extension.Crash");
        assertThat(result.payloadText()).contains("watcher: exit status 3");
    }

    @Test
    void extensionThatCannotBeStartedIsALaunchError() throws IOException {
        extension(layer, "broken", "#!/bin/sh\n");
        extension(layer, "a-first", EXTENSION);
        Files.setPosixFilePermissions(layer.resolve("extensions/broken"), PosixFilePermissions.fromString("rw-r--r--"));
        InvocationResult result = functions.once(function(), "\"1\"");
        assertThat(result.functionError()).contains("Extension.LaunchError");
        assertThat(result.payloadText()).contains("broken: ", "/opt/extensions/broken cannot be started");
    }

    @Test
    void extensionsOfAnImageAreStartedToo(@TempDir Path context) throws IOException {
        extension(context, "watcher", EXTENSION);
        Files.copy(code.resolve("app.py"), context.resolve("app.py"));
        Files.writeString(
                context.resolve("Dockerfile"),
                "FROM " + TestImages.python()
                        + "\nCOPY app.py /var/task/\nCOPY extensions /opt/extensions\nCMD [\"app.run\"]\n");
        functions.close();
        functions = new ContainerFunctions(ContainerOptions.builder().project("sam-local-test"));
        FunctionPackage.ImageBuild build = new FunctionPackage.ImageBuild(
                context, "Dockerfile", Optional.of("extended"), Map.of(), Optional.empty());
        LocalFunction image = ContainerFunctions.function(
                new FunctionPackage.Image("", Optional.of(build), List.of(), List.of(), Optional.empty()),
                Duration.ofSeconds(20),
                256);
        assertThat(functions.once(image, "\"beside\"").payloadText()).isEqualTo("\"True\"");
        assertThat(ofExtensions()).endsWith("extension INVOKE ", "extension SHUTDOWN spindown");
    }

    @Test
    void missingEntryPointBesideExtensionsIsTheFunctionsFault() throws IOException {
        extension(layer, "watcher", EXTENSION);
        Files.writeString(code.resolve("bootstrap"), "#!/bin/sh\n");
        LocalFunction custom = ContainerFunctions.zip("provided.al2023", "app.run", code, List.of(layer));
        InvocationResult result = functions.once(custom, "\"1\"");
        assertThat(result.functionError()).contains("Runtime.InvalidEntrypoint");
        assertThat(result.payloadText()).contains("no program /var/task/bootstrap");
    }
}

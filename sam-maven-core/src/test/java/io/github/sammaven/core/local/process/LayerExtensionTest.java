package io.github.sammaven.core.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.local.invoke.FunctionEnvironment;
import io.github.sammaven.core.local.invoke.InvocationResult;
import io.github.sammaven.core.local.invoke.LocalFunction;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** External extensions as programs in layers. */
@Timeout(60)
class LayerExtensionTest {

    private static final String EXTENSION = """
            #!/usr/bin/env python3
            import http.client, json, os
            api = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])
            def call(method, path, headers, body=None):
                api.request(method, "/2020-01-01/extension/" + path, body, headers)
                answer = api.getresponse()
                return answer.headers, answer.read()
            headers, _ = call("POST", "register", {"Lambda-Extension-Name": os.path.basename(__file__)},
                              json.dumps({"events": ["INVOKE", "SHUTDOWN"]}))
            me = {"Lambda-Extension-Identifier": headers["Lambda-Extension-Identifier"]}
            print("extension variables", os.environ.get("PLAIN"), [n for n in ("_HIDDEN", "_HANDLER") if n in os.environ], flush=True)
            while True:
                event = json.loads(call("GET", "event/next", me)[1])
                print("extension", event["eventType"], event.get("shutdownReason", ""), flush=True)
                if event["eventType"] == "SHUTDOWN":
                    break
            """;

    @TempDir
    private Path layer = Path.of("");

    @TempDir
    private Path code = Path.of("");

    private final Functions functions = new Functions(JavaClient.AUTO);

    @BeforeEach
    void needsPython() {
        boolean present = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "python3")));
        Assumptions.assumeTrue(present, "python3 is not on the PATH");
    }

    private LocalFunction function(String script) throws IOException {
        Files.writeString(code.resolve("app.py"), "def hello(event, context):\n    return 'answer'\n");
        Path extension = Files.createDirectories(layer.resolve("extensions")).resolve("watcher");
        Files.writeString(extension, script);
        assertThat(extension.toFile().setExecutable(true)).isTrue();
        return Functions.with(
                Functions.function("python3.11", "app.hello", code),
                List.of(layer),
                Duration.ofSeconds(20),
                Map.of("PLAIN", "seen", "_HIDDEN", "unseen"));
    }

    @Test
    void extensionIsToldAboutCallsAndTheEnd() throws IOException {
        try (FunctionEnvironment environment = functions.start(function(EXTENSION))) {
            assertThat(Functions.call(environment, "{}").payloadText()).isEqualTo("\"answer\"");
            assertThat(Functions.call(environment, "{}").payloadText()).isEqualTo("\"answer\"");
        }
        assertThat(functions.lines.stream().filter(line -> line.startsWith("extension")))
                .containsExactly(
                        "extension variables seen []",
                        "extension INVOKE ",
                        "extension INVOKE ",
                        "extension SHUTDOWN spindown");
        assertThat(functions.lines.get(0)).isEqualTo("extension variables seen []");
    }

    @Test
    void extensionThatExitsIsACrash() throws IOException {
        InvocationResult result = functions.once(function("#!/bin/sh\nexit 3\n"), "{}");
        assertThat(result.functionError()).contains("Extension.Crash");
        assertThat(result.payloadText()).contains("watcher: exit status 3");
    }

    @Test
    void extensionThatCannotBeStartedIsALaunchError() throws IOException {
        InvocationResult result = functions.once(function("#!/no/such/program\n"), "{}");
        assertThat(result.functionError()).contains("Extension.LaunchError");
        assertThat(result.payloadText()).contains("watcher: ");
    }
}

package io.github.sammaven.core.local.apigateway.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.sammaven.core.function.Architecture;
import io.github.sammaven.core.local.invoke.FunctionPackage;
import io.github.sammaven.core.local.invoke.LocalFunction;
import io.github.sammaven.core.local.process.JavaClient;
import io.github.sammaven.core.local.process.JavaRuntimeJars;
import io.github.sammaven.core.local.process.ProcessFunctionRunner;
import io.github.sammaven.core.local.process.ProcessSettings;
import java.io.File;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A chat whose function is a real one in real processes. */
@Timeout(120)
class PythonChatTest {

    private static final String CHAT = """
            import json, urllib.request, urllib.parse
            def handler(event, context):
                here = event["requestContext"]
                me = here["connectionId"]
                kind = here["eventType"]
                if kind == "CONNECT":
                    name = (event.get("queryStringParameters") or {}).get("name")
                    if name is None:
                        return {"statusCode": 401}
                    return {"statusCode": 200}
                if kind == "DISCONNECT":
                    return {"statusCode": 200}
                said = json.loads(event["body"])
                if said["action"] == "fail":
                    raise ValueError("no")
                if said["action"] == "tell":
                    request = urllib.request.Request(
                        "http://" + here["domainName"] + "/" + here["stage"] + "/@connections/"
                        + urllib.parse.quote(said["to"]),
                        data=(me + " says " + said["text"]).encode(), method="POST")
                    urllib.request.urlopen(request).read()
                    return {"statusCode": 200}
                return {"statusCode": 200, "body": me}
            """;

    @TempDir
    private Path folder;

    private final SocketServer server = new SocketServer();

    @BeforeEach
    void start() throws Exception {
        String path = System.getenv("PATH");
        assumeThat(Arrays.stream(path.split(File.pathSeparator))
                        .anyMatch(each -> Files.isExecutable(Path.of(each, "python3"))))
                .as("python3 on the PATH")
                .isTrue();
        Files.writeString(folder.resolve("app.py"), CHAT);
        LocalFunction chat = new LocalFunction(
                "Hello",
                "chat",
                new FunctionPackage.Zip("python3.11", "app.handler", folder, List.of()),
                Architecture.X86_64,
                128,
                Duration.ofSeconds(20),
                Map.of("AWS_LAMBDA_FUNCTION_NAME", "chat"),
                false,
                "eu-central-1",
                "123456789012");
        ProcessSettings settings = ProcessSettings.of(
                JavaRuntimeJars.onClassPath(System.getProperty("java.class.path")),
                JavaClient.values()[0],
                Map.of("PATH", path));
        server.real(new ProcessFunctionRunner(settings, event -> {}), chat)
                .unsignedAllowed()
                .routes("$connect", "$disconnect", "tell", "fail")
                .twoWay("who")
                .start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void clientsTalkToEachOther() throws Exception {
        SocketUser ann = server.connect("/prod?name=ann");
        SocketUser bob = server.connect("/prod?name=bob");
        String annId = ann.say("{\"action\": \"who\"}").hear();
        String bobId = bob.say("{\"action\": \"who\"}").hear();
        bob.say("{\"action\": \"tell\", \"to\": \"%s\", \"text\": \"hällo\"}".formatted(annId));
        assertThat(ann.hear()).isEqualTo(bobId + " says hällo");
        bob.socket.sendClose(1000, "bye").join();
        assertThat(server.served("$disconnect").status()).isEqualTo(200);
        ann.say("{\"action\": \"tell\", \"to\": \"%s\", \"text\": \"bye\"}".formatted(bobId));
        assertThat(ann.hear()).contains("Internal server error");
        assertThat(server.served("tell").remark()).isEqualTo("Hello failed: HTTPError");
    }

    @Test
    void functionRefusesAClient() {
        CompletionException failure =
                Assertions.catchThrowableOfType(CompletionException.class, () -> server.connect("/prod"));
        assertThat(((WebSocketHandshakeException) failure.getCause())
                        .getResponse()
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void clientHearsOfAFunctionThatFails() throws Exception {
        SocketUser ann = server.connect("/prod?name=ann").say("{\"action\": \"fail\"}");
        assertThat(ann.hear()).contains("Internal server error");
        assertThat(server.served("fail").remark()).isEqualTo("Hello failed: ValueError");
        assertThat(ann.say("{\"action\": \"who\"}").hear()).endsWith("=");
    }
}

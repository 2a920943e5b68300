package io.github.sammaven.core.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.github.sammaven.core.local.invoke.Invocation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class TelemetryTest {

    private static final String TELEMETRY = "/2022-07-01/telemetry";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final BlockingQueue<JsonNode> batches = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final ScriptedSandbox sandbox = new ScriptedSandbox();
    private final HttpServer destination;

    TelemetryTest() throws IOException {
        destination = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void listen() {
        destination.createContext("/", exchange -> {
            batches.add(MAPPER.readTree(exchange.getRequestBody()));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        destination.start();
    }

    @AfterEach
    void stop() {
        destination.stop(0);
    }

    private String subscription(String types, String buffering) {
        return "{\"schemaVersion\":\"2022-12-13\",\"types\":[" + types + "],\"buffering\":{" + buffering
                + "},\"destination\":{\"protocol\":\"HTTP\",\"URI\":\"http://sandbox.localdomain:"
                + destination.getAddress().getPort() + "\"}}";
    }

    /** An extension that subscribes and stays until it is told to end. */
    private ScriptedSandbox.Script subscribing(String request) {
        return api -> {
            RawHttp.Answer registered = api.post(
                    "/2020-01-01/extension/register", "{\"events\":[\"SHUTDOWN\"]}", "Lambda-Extension-Name: listener");
            String me = "Lambda-Extension-Identifier: " + registered.header("Lambda-Extension-Identifier");
            RawHttp.Answer answer = api.put(TELEMETRY, request, me);
            told.add(answer.status() + " " + answer.body());
            api.get("/2020-01-01/extension/event/next", me);
        };
    }

    private void run(int calls) {
        sandbox.runtime(ScriptedSandbox.answering("\"x\""));
        try (RuntimeEnvironment environment = RuntimeEnvironment.start(
                RuntimeEnvironmentTest.function(Duration.ofSeconds(20), false), sandbox, lines::add)) {
            for (int i = 0; i < calls; i++) {
                environment.invoke(new Invocation(
                        "id-" + i, "{}".getBytes(StandardCharsets.UTF_8), Optional.empty(), Optional.empty()));
            }
        }
    }

    private List<String> deliveredTypes() {
        List<String> types = new ArrayList<>();
        batches.forEach(
                batch -> batch.forEach(event -> types.add(event.path("type").asText())));
        return types;
    }

    @Test
    void lifeOfAnEnvironmentIsTold() {
        sandbox.extension("listener", subscribing(subscription("\"platform\",\"function\"", "\"timeoutMs\":25")));
        run(1);
        assertThat(told).containsExactly("200 \"OK\"");
        assertThat(deliveredTypes())
                .containsExactly(
                        "platform.initStart",
                        "platform.telemetrySubscription",
                        "platform.initRuntimeDone",
                        "platform.initReport",
                        "platform.start",
                        "platform.runtimeDone",
                        "platform.report");
        JsonNode report = null;
        for (JsonNode batch : batches) {
            for (JsonNode event : batch) {
                report = event;
            }
        }
        assertThat(report).isNotNull();
        assertThat(report.path("time").asText()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
        assertThat(report.path("record").path("requestId").asText()).isEqualTo("id-0");
        assertThat(report.path("record").path("status").asText()).isEqualTo("success");
        assertThat(report.path("record").path("metrics").path("durationMs").isNumber())
                .isTrue();
    }

    @Test
    void eventsAreCollectedUpToTheirNumber() {
        sandbox.extension(
                "listener", subscribing(subscription("\"platform\"", "\"maxItems\":1000,\"timeoutMs\":30000")));
        run(400);
        // 4 events of the beginning and 3 of each call: 1,000 at once, and the rest when the environment ends.
        assertThat(batches.stream().map(JsonNode::size)).containsExactly(1_000, 204);
    }

    @Test
    void onlyWhatIsWantedIsTold() {
        sandbox.extension("listener", subscribing(subscription("\"function\"", "")));
        run(1);
        assertThat(deliveredTypes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'no json', 400 {\"errorMessage\":\"the body is not JSON\"",
        "'{\"types\":[\"odd\"]}', 400 {\"errorMessage\":\"types are not",
        "'{\"types\":[\"platform\"],\"destination\":{\"URI\":\"nowhere\"}}', 400 {\"errorMessage\":\"destination.URI",
        "'{\"types\":[\"platform\"],\"destination\":{\"URI\":\"http://sandbox:1\"},\"buffering\":{\"timeoutMs\":1}}',"
                + " 400 {\"errorMessage\":\"buffering.timeoutMs",
        "'{\"types\":[\"platform\"],\"destination\":{\"protocol\":\"TCP\"}}',"
                + " '202 {\"errorMessage\":\"Telemetry API is not supported\",\"errorType\":\"Telemetry.NotSupported\"}'"
    })
    void otherSubscriptionsAreRefused(String request, String answer) {
        sandbox.extension("listener", subscribing(request));
        run(1);
        assertThat(told).singleElement().asString().startsWith(answer);
    }

    @Test
    void logsApiIsNotThereAndStrangersMayNotSubscribe() {
        sandbox.runtime(api -> {
            RawHttp.Answer logs = api.put("/2020-08-15/logs", "{}");
            told.add(logs.status() + " " + logs.body());
            told.add(api.put(TELEMETRY, "{}").body());
            ScriptedSandbox.answering("1").run(api);
        });
        run(1);
        assertThat(told.poll())
                .isEqualTo("202 {\"errorMessage\":\"Logs API is not supported\",\"errorType\":\"Logs.NotSupported\"}");
        assertThat(told.poll()).contains("Extension.MissingExtensionIdentifier");
    }
}

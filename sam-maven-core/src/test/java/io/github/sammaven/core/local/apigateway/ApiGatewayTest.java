package io.github.sammaven.core.local.apigateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sammaven.core.local.apigateway.model.ApiKind;
import io.github.sammaven.core.local.apigateway.model.Authorization;
import io.github.sammaven.core.local.apigateway.model.Compatibility;
import io.github.sammaven.core.local.apigateway.model.GatewayError;
import io.github.sammaven.core.local.apigateway.model.Header;
import io.github.sammaven.core.local.apigateway.model.HttpCors;
import io.github.sammaven.core.local.apigateway.model.Integration;
import io.github.sammaven.core.local.apigateway.model.LocalApi;
import io.github.sammaven.core.local.apigateway.model.PayloadVersion;
import io.github.sammaven.core.local.apigateway.model.Route;
import io.github.sammaven.core.local.invoke.ScriptedRunner;
import io.github.sammaven.core.local.journal.ServedRequest;
import io.github.sammaven.core.problem.SamException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class ApiGatewayTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final byte[] HELLO = "{\"statusCode\":200,\"body\":\"hello\"}".getBytes(StandardCharsets.UTF_8);

    private final HttpClient client = HttpClient.newHttpClient();
    private final BlockingQueue<byte[]> invoked = new LinkedBlockingQueue<>();
    private final TestGateway gateway = new TestGateway();

    @AfterEach
    void stop() {
        gateway.close();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.version(HttpClient.Version.HTTP_1_1).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(gateway.url() + path));
    }

    private ScriptedRunner recording() {
        return new ScriptedRunner((environment, invocation) -> {
            invoked.add(invocation.payload());
            return HELLO;
        });
    }

    @Test
    void requestIsAnsweredByItsFunction() throws Exception {
        gateway.with(TestGateway.api(ApiKind.REST, "Orders", TestGateway.function("POST", "/items/{id}")))
                .with(recording())
                .start();
        HttpResponse<String> answer = send(to("/items/a%2Fb?x=1&x=2")
                .header("X-Mixed-Case", "1")
                .POST(HttpRequest.BodyPublishers.ofString("text")));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("hello");
        assertThat(answer.headers().firstValue("x-amzn-requestid")).isPresent();
        JsonNode event = MAPPER.readTree(invoked.take());
        assertThat(event.path("pathParameters").path("id").asText()).isEqualTo("a/b");
        assertThat(event.path("path").asText()).isEqualTo("/items/a%2Fb");
        assertThat(event.path("headers").path("X-Mixed-Case").asText()).isEqualTo("1");
        assertThat(event.path("multiValueQueryStringParameters").path("x").toString())
                .isEqualTo("[\"1\",\"2\"]");
        assertThat(event.path("body").asText()).isEqualTo("text");
        assertThat(event.path("requestContext")
                        .path("identity")
                        .path("sourceIp")
                        .asText())
                .isEqualTo("127.0.0.1");
    }

    @Test
    void requestHasOneAccessLineAndOnePlaceInTheJournal() throws Exception {
        gateway.with(TestGateway.api(ApiKind.HTTP, "Orders", TestGateway.function("POST", "/items")))
                .start();
        send(to("/items?a=b").POST(HttpRequest.BodyPublishers.ofString("12345")));
        assertThat(gateway.access()).satisfies(line -> {
            assertThat(line.method() + " " + line.path()).isEqualTo("POST /items?a=b");
            assertThat(line.status()).isEqualTo(200);
            assertThat(line.bytesIn()).isEqualTo(5);
            assertThat(line.bytesOut()).isEqualTo(5);
            assertThat(line.eventBytes()).isGreaterThan(500);
            assertThat(line.detail()).isEqualTo("Hello");
        });
        ServedRequest kept = gateway.journaled();
        assertThat(kept.source()).isEqualTo("Orders");
        assertThat(new String(kept.response(), StandardCharsets.UTF_8)).isEqualTo("hello");
        assertThat(kept.call()).hasValueSatisfying(call -> {
            assertThat(call.function()).isEqualTo("Hello");
            assertThat(new String(call.event(), StandardCharsets.UTF_8)).contains("12345");
            assertThat(call.result().payload()).isNotEmpty();
        });
        assertThat(gateway.events).isEmpty();
        assertThat(gateway.journal).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "REST, AWS, 403, Missing Authentication Token",
        "HTTP, AWS, 404, Not Found",
        "HTTP, SAM_CLI, 403, Missing Authentication Token",
    })
    void pathWithoutRouteIsRefused(ApiKind kind, Compatibility compatibility, int status, String message)
            throws Exception {
        gateway.with(TestGateway.api(kind, "Orders", TestGateway.function("GET", "/items")))
                .with(compatibility)
                .start();
        HttpResponse<String> answer = send(to("/other"));
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).isEqualTo("{\"message\":\"" + message + "\"}");
        assertThat(gateway.access().detail()).isEqualTo("no such route");
        assertThat(gateway.journaled().call()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"REST, AWS, 403", "HTTP, AWS, 404", "REST, SAM_CLI, 502"})
    void headOfARouteForGetIsNotAnswered(ApiKind kind, Compatibility compatibility, int status) throws Exception {
        gateway.with(TestGateway.api(kind, "Orders", TestGateway.function("GET", "/items")))
                .with(compatibility)
                .start();
        assertThat(send(to("/items").method("HEAD", HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(status);
    }

    @Test
    void headOfItsOwnRouteHasNoBodyButItsLength() throws Exception {
        gateway.with(TestGateway.api(ApiKind.HTTP, "Orders", TestGateway.function("HEAD", "/items")))
                .start();
        HttpResponse<String> answer = send(to("/items").method("HEAD", HttpRequest.BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("content-length")).contains("5");
    }

    @Test
    void missingFunctionIsAnError() throws Exception {
        Integration gone = new Integration.Function("Gone", PayloadVersion.V1, Duration.ofSeconds(1), false);
        gateway.with(TestGateway.api(ApiKind.REST, "Orders", TestGateway.route("GET", "/items", gone)))
                .start();
        assertThat(send(to("/items")).statusCode()).isEqualTo(500);
        assertThat(gateway.access().detail()).isEqualTo("Gone is no function of this run");
    }

    @Test
    void integrationWithoutCounterpartSaysSo() throws Exception {
        Integration unsupported = new Integration.Unsupported("http_proxy", "http_proxy integrations are not run here");
        gateway.with(TestGateway.api(ApiKind.REST, "Orders", TestGateway.route("GET", "/items", unsupported)))
                .start();
        HttpResponse<String> answer = send(to("/items"));
        assertThat(answer.statusCode()).isEqualTo(501);
        assertThat(answer.body()).contains("http_proxy integrations are not run here");
    }

    @Test
    void authorizerDecidesBeforeTheFunction() throws Exception {
        gateway.with(TestGateway.api(ApiKind.HTTP, "Orders", TestGateway.function("GET", "/items")))
                .guardedBy((request, match) -> new Authorization.Refused(GatewayError.UNAUTHORIZED, "no token"))
                .with(recording())
                .start();
        HttpResponse<String> answer = send(to("/items"));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo("{\"message\":\"Unauthorized\"}");
        assertThat(gateway.access().detail()).isEqualTo("no token");
        assertThat(invoked).isEmpty();
    }

    @Test
    void authorizerThatBreaksKeepsItsRouteClosed() throws Exception {
        gateway.with(TestGateway.api(ApiKind.HTTP, "Orders", TestGateway.function("GET", "/items")))
                .guardedBy((request, match) -> {
                    throw new SamException("the keys are not there", "", null);
                })
                .with(recording())
                .start();
        assertThat(send(to("/items")).statusCode()).isEqualTo(500);
        assertThat(gateway.access().detail()).isEqualTo("the keys are not there");
        assertThat(invoked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "when_no_match, text/plain, '{\"statusCode\": 200}', 200",
        "when_no_match, text/plain, nothing, 500",
        "never, text/plain, '{\"statusCode\": 200}', 415",
        "never, application/json, '', 200",
    })
    void mockWithoutATemplateForTheTypeGoesByItsPassthrough(String passthrough, String type, String body, int status)
            throws Exception {
        Integration mock = new Integration.Mock(
                Map.of("application/json", "{\"statusCode\": 200}"),
                Map.of("default", new Integration.MockResponse(200, List.of(), Map.of())),
                Optional.of(passthrough));
        gateway.with(TestGateway.api(ApiKind.REST, "Orders", TestGateway.route("POST", "/items", mock)))
                .start();
        assertThat(send(to("/items").header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body)))
                        .statusCode())
                .isEqualTo(status);
    }

    @Test
    void preflightOfAnHttpApiIsAnsweredBeforeAuthorizers() throws Exception {
        HttpCors cors = new HttpCors(
                List.of("https://a.example"), List.of("GET"), List.of("x-own"), List.of(), false, Optional.of(60));
        gateway.with(TestGateway.api(ApiKind.HTTP, "Orders", Optional.of(cors), TestGateway.function("GET", "/items")))
                .guardedBy((request, match) -> new Authorization.Refused(GatewayError.UNAUTHORIZED, "no token"))
                .start();
        HttpResponse<String> answer = send(to("/items")
                .header("Origin", "https://a.example")
                .header("Access-Control-Request-Method", "GET")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("access-control-allow-origin")).contains("https://a.example");
        HttpResponse<String> refused = send(to("/items").header("Origin", "https://a.example"));
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("access-control-allow-origin")).contains("https://a.example");
    }

    @ParameterizedTest
    @EnumSource(
            value = ApiKind.class,
            names = {"REST", "HTTP"})
    void gatewayGivesUpButTheFunctionGoesOn(ApiKind kind) throws Exception {
        CountDownLatch answered = new CountDownLatch(1);
        ScriptedRunner runner = new ScriptedRunner((environment, invocation) -> {
            answered.await();
            return HELLO;
        });
        Route slow = TestGateway.route("GET", "/slow", TestGateway.function(Duration.ofMillis(50)));
        gateway.with(TestGateway.api(kind, "Orders", slow)).with(runner).start();
        HttpResponse<String> answer = send(to("/slow"));
        assertThat(answer.statusCode()).isEqualTo(kind == ApiKind.REST ? 504 : 503);
        assertThat(answer.body())
                .isEqualTo(
                        kind == ApiKind.REST
                                ? "{\"message\": \"Endpoint request timed out\"}"
                                : "{\"message\":\"Service Unavailable\"}");
        assertThat(gateway.access().detail())
                .isEqualTo("Hello: no answer within 50 ms, the integration timeout; the function goes on");
        answered.countDown();
        ServedRequest kept = gateway.journaled();
        assertThat(kept.status()).isEqualTo(answer.statusCode());
        assertThat(kept.call().orElseThrow().result().payload()).isEqualTo(HELLO);
        send(to("/slow"));
        gateway.journaled();
        assertThat(runner.events).containsExactly("start 1");
    }

    @Test
    void samCliWaitsForTheFunction() throws Exception {
        CountDownLatch late = new CountDownLatch(1);
        Route slow = TestGateway.route("GET", "/slow", TestGateway.function(Duration.ofMillis(1)));
        gateway.with(TestGateway.api(ApiKind.REST, "Orders", slow))
                .with(Compatibility.SAM_CLI)
                .with(new ScriptedRunner((environment, invocation) -> {
                    late.await(100, TimeUnit.MILLISECONDS);
                    return HELLO;
                }))
                .start();
        assertThat(send(to("/slow")).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"REST, Request Too Long", "HTTP, Request Entity Too Large"})
    void bodyOverTheLimitOfTheGatewayIsRefused(ApiKind kind, String message) throws Exception {
        gateway.with(TestGateway.api(kind, "Orders", TestGateway.function("POST", "/items")))
                .start();
        HttpResponse<String> answer =
                send(to("/items").POST(HttpRequest.BodyPublishers.ofByteArray(new byte[10_485_761])));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).isEqualTo("{\"message\":\"" + message + "\"}");
        assertThat(gateway.access().detail())
                .isEqualTo("the body has 10,485,761 bytes; API Gateway takes at most 10,485,760");
    }

    @ParameterizedTest
    @EnumSource(
            value = ApiKind.class,
            names = {"REST", "HTTP"})
    void binaryUploadThatFitsInBase64PassesAndOneThatDoesNotIsRefusedInWords(ApiKind kind) throws Exception {
        gateway.with(new LocalApi(
                        kind,
                        "Orders",
                        kind == ApiKind.REST ? "Prod" : "$default",
                        Map.of(),
                        List.of("image/png"),
                        Optional.empty(),
                        List.of(TestGateway.function("POST", "/up")),
                        Map.of(),
                        List.of(),
                        LocalApi.Selection.DEFAULT))
                .start();
        HttpResponse<String> fits =
                send(to("/up").header("Content-Type", "image/png").POST(body(4_717_056)));
        assertThat(fits.statusCode()).isEqualTo(200);
        assertThat(gateway.access().eventShare()).isBetween(0.99, 1.0);
        HttpResponse<String> refused =
                send(to("/up").header("Content-Type", "image/png").POST(body(4_718_593)));
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(gateway.access().detail())
                .matches("The event is 6,29\\d,\\d{3} bytes; Lambda takes at most 6,291,456 in a synchronous call\\. "
                        + "The body had 4,718,593 raw bytes; base64 made 6,291,460 of them\\. "
                        + "The largest body that fits is 4,71\\d,\\d{3} bytes\\. "
                        + "Try: let the client upload to S3 with a presigned URL and send only the key\\.");
    }

    private static HttpRequest.BodyPublisher body(int size) {
        return HttpRequest.BodyPublishers.ofByteArray(new byte[size]);
    }

    @ParameterizedTest
    @CsvSource({"AWS, 431", "SAM_CLI, 200"})
    void headOverTheLimitOfTheGatewayIsRefused(Compatibility compatibility, int status) throws Exception {
        gateway.with(TestGateway.api(ApiKind.REST, "Orders", TestGateway.function("GET", "/items")))
                .with(compatibility)
                .start();
        assertThat(send(to("/items").header("X-Long", "x".repeat(10_240))).statusCode())
                .isEqualTo(status);
    }

    @Test
    void mockAnswersWithItsTemplate() throws Exception {
        Integration mock = new Integration.Mock(
                Map.of("application/json", "{\"statusCode\" : 204}"),
                Map.of(
                        "default", new Integration.MockResponse(200, List.of(), Map.of("application/json", "{}")),
                        "2\\d4",
                                new Integration.MockResponse(
                                        201,
                                        List.of(new Header("Access-Control-Allow-Origin", "*")),
                                        Map.of("text/plain", "chosen"))),
                Optional.empty());
        gateway.with(TestGateway.api(ApiKind.REST, "Orders", TestGateway.route("OPTIONS", "/items", mock)))
                .start();
        HttpResponse<String> answer = send(to("/items").method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo("chosen");
        assertThat(answer.headers().firstValue("x-amzn-requestid")).isPresent();
        assertThat(answer.headers().firstValue("content-type")).contains("text/plain");
        assertThat(answer.headers().firstValue("access-control-allow-origin")).contains("*");
    }

    @Test
    void apisHaveConsecutivePortsOfTheirOwn() throws Exception {
        int first = freePair();
        gateway.with(TestGateway.api(ApiKind.REST, "One", TestGateway.function("GET", "/one")))
                .with(TestGateway.api(ApiKind.HTTP, "Two", TestGateway.function("GET", "/two")))
                .onPort(first)
                .start();
        assertThat(gateway.served())
                .extracting(ApiGateway.Served::url)
                .containsExactly("http://127.0.0.1:" + first, "http://127.0.0.1:" + (first + 1));
        assertThat(send(to("/two")).statusCode()).isEqualTo(403);
        assertThat(send(HttpRequest.newBuilder(URI.create(gateway.url(1) + "/two")))
                        .statusCode())
                .isEqualTo(200);
    }

    /** The second of two neighbours may be taken; then another pair is looked for. */
    private static int freePair() throws IOException {
        while (true) {
            try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                    ServerSocket two = new ServerSocket(one.getLocalPort() + 1, 1, InetAddress.getLoopbackAddress())) {
                return two.getLocalPort() - 1;
            } catch (java.net.BindException | IllegalArgumentException e) {
                continue;
            }
        }
    }

    @Test
    void mergedApisShareOneTable() throws Exception {
        gateway.with(TestGateway.api(ApiKind.REST, "One", TestGateway.function("GET", "/one")))
                .with(TestGateway.api(ApiKind.HTTP, "Two", TestGateway.function("GET", "/two")))
                .with(recording())
                .merged()
                .start();
        assertThat(gateway.served()).hasSize(1);
        assertThat(send(to("/one")).statusCode()).isEqualTo(200);
        assertThat(send(to("/two")).statusCode()).isEqualTo(200);
        assertThat(MAPPER.readTree(invoked.take()).has("version")).isFalse();
        assertThat(MAPPER.readTree(invoked.take()).path("version").asText()).isEqualTo("1.0");
    }

    @Test
    void webSocketApiHasAListenerOfItsOwnBesidesTheMergedOne() throws Exception {
        gateway.with(TestGateway.api(ApiKind.WEBSOCKET, "Chat", TestGateway.function("", "$default")))
                .with(TestGateway.api(ApiKind.REST, "One", TestGateway.function("GET", "/one")))
                .merged()
                .start();
        assertThat(gateway.served())
                .extracting(served -> served.apis().get(0).id())
                .containsExactly("One", "Chat");
        WebSocket socket = client.newWebSocketBuilder()
                .buildAsync(URI.create(gateway.url(1).replace("http", "ws") + "/$default"), new WebSocket.Listener() {})
                .get(30, TimeUnit.SECONDS);
        socket.sendText("{}", true).get(30, TimeUnit.SECONDS);
        assertThat(gateway.journaled().source()).isEqualTo("Chat");
        assertThat(send(to("/one")).statusCode()).isEqualTo(200);
        socket.abort();
    }

    @Test
    void portInUseIsToldWithTheApiThatWantedIt() throws Exception {
        gateway.with(TestGateway.api(ApiKind.REST, "One", TestGateway.function("GET", "/one")))
                .start();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            TestGateway second = new TestGateway()
                    .with(TestGateway.api(ApiKind.REST, "Orders", TestGateway.function("GET", "/one")))
                    .onPort(taken.getLocalPort());
            assertThatThrownBy(second::start)
                    .isInstanceOf(SamException.class)
                    .hasMessageContaining("Orders: Port " + taken.getLocalPort());
        }
    }

    @Test
    void stopWaitsForRequestsUnderWay() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        gateway.with(TestGateway.api(ApiKind.REST, "One", TestGateway.function("GET", "/one")))
                .with(new ScriptedRunner((environment, invocation) -> {
                    begun.countDown();
                    go.await();
                    return HELLO;
                }))
                .start();
        CompletableFuture<HttpResponse<String>> answer =
                client.sendAsync(to("/one").build(), HttpResponse.BodyHandlers.ofString());
        begun.await();
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(() -> gateway.stop(Duration.ofSeconds(30)));
        go.countDown();
        assertThat(answer.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        stopped.get(30, TimeUnit.SECONDS);
    }
}

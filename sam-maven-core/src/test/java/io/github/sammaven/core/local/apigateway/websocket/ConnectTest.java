package io.github.sammaven.core.local.apigateway.websocket;

import static io.github.sammaven.core.local.apigateway.websocket.SocketServer.answer;
import static io.github.sammaven.core.local.apigateway.websocket.SocketServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import io.github.sammaven.core.local.apigateway.model.Authorization;
import io.github.sammaven.core.local.apigateway.model.GatewayError;
import io.github.sammaven.core.local.invoke.Invocation;
import io.github.sammaven.core.local.invoke.InvocationResult;
import io.github.sammaven.core.local.journal.ServedRequest;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ConnectTest {

    private SocketServer server = new SocketServer();

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<?> refusal() {
        CompletionException failure =
                Assertions.catchThrowableOfType(CompletionException.class, () -> server.connect());
        return ((WebSocketHandshakeException) failure.getCause()).getResponse();
    }

    /** There is no Upgrade in HTTP/2. */
    private HttpResponse<String> get(String path) throws Exception {
        return server.client.send(
                HttpRequest.newBuilder(server.http(path))
                        .version(HttpClient.Version.HTTP_1_1)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void requestBecomesAnEvent() throws Exception {
        server = new SocketServer(Map.of("color", "blue"));
        server.routes("$connect").start();
        try (RawClient client = new RawClient(
                server.port(), "/?a=1&b=x%20y&a=2", "X-Twice: 1", "X-Twice: 2", "User-Agent: raw", "Cookie: k=v")) {
            assertThat(client.head.get(0)).isEqualTo("HTTP/1.1 101 Switching Protocols");
            assertThat(client.head)
                    .contains("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")
                    .noneMatch(line -> line.startsWith("Content-Length") || line.startsWith("Transfer-Encoding"));
            JsonNode event = server.event("CONNECT");
            assertThat(event.path("headers").path("Host").asText()).isEqualTo("localhost");
            assertThat(event.path("headers").path("Cookie").asText()).isEqualTo("k=v");
            assertThat(event.path("headers").path("X-Twice").asText()).isEqualTo("2");
            assertThat(event.path("headers").path("Sec-WebSocket-Version").asText())
                    .isEqualTo("13");
            assertThat(event.path("headers").path("X-Forwarded-For").asText()).isEqualTo("127.0.0.1");
            assertThat(event.path("headers").path("X-Forwarded-Proto").asText()).isEqualTo("http");
            assertThat(event.path("headers").path("X-Forwarded-Port").asInt()).isEqualTo(server.port());
            assertThat(event.path("headers").has("Upgrade")).isFalse();
            assertThat(event.path("multiValueHeaders").path("X-Twice").toString())
                    .isEqualTo("[\"1\",\"2\"]");
            assertThat(event.path("queryStringParameters").toString()).isEqualTo("{\"a\":\"2\",\"b\":\"x y\"}");
            assertThat(event.path("multiValueQueryStringParameters").toString())
                    .isEqualTo("{\"a\":[\"1\",\"2\"],\"b\":[\"x y\"]}");
            assertThat(event.path("stageVariables").path("color").asText()).isEqualTo("blue");
            assertThat(event.path("isBase64Encoded").asText()).isEqualTo("false");
            assertThat(event.has("body")).isFalse();
            JsonNode context = event.path("requestContext");
            assertThat(context.path("routeKey").asText()).isEqualTo("$connect");
            assertThat(context.path("messageDirection").asText()).isEqualTo("IN");
            assertThat(context.path("connectionId").asText()).matches("[A-Za-z0-9_-]{15}=");
            assertThat(context.path("connectedAt").asLong()).isEqualTo(VirtualTime.START.toEpochMilli());
            assertThat(context.path("requestTimeEpoch").asLong()).isEqualTo(VirtualTime.START.toEpochMilli());
            assertThat(context.path("requestTime").asText()).isEqualTo("09/Feb/2024:18:11:43 +0000");
            assertThat(context.path("requestId").asText()).matches("[A-Za-z0-9_-]{15}=");
            assertThat(context.path("extendedRequestId").asText())
                    .isEqualTo(context.path("requestId").asText());
            assertThat(context.path("stage").asText()).isEqualTo("prod");
            assertThat(context.path("apiId").asText()).isEqualTo("ChatApi");
            assertThat(context.path("domainName").asText()).isEqualTo("localhost");
            assertThat(context.path("identity").path("userAgent").asText()).isEqualTo("raw");
            assertThat(context.path("identity").path("sourceIp").asText()).isEqualTo("127.0.0.1");
            assertThat(context.has("messageId")).isFalse();
            assertThat(context.has("authorizer")).isFalse();
            ServedRequest served = server.served("GET");
            assertThat(served.status()).isEqualTo(101);
            assertThat(served.target()).isEqualTo("/?a=1&b=x%20y&a=2");
            assertThat(served.call().orElseThrow().function()).isEqualTo("Hello");
        }
    }

    @Test
    void whatIsNotSentIsNotInTheEvent() throws Exception {
        server.routes("$connect").start();
        try (RawClient client = new RawClient(server.port(), "/")) {
            assertThat(client.head).isNotEmpty();
            JsonNode event = server.event("CONNECT");
            assertThat(event.has("queryStringParameters")).isFalse();
            assertThat(event.has("multiValueQueryStringParameters")).isFalse();
            assertThat(event.has("stageVariables")).isFalse();
            assertThat(event.path("requestContext").path("identity").has("userAgent"))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/prod", "/prod/", "/prod?x=1"})
    void clientConnectsWithOrWithoutTheStage(String path) throws Exception {
        SocketUser user = server.twoWay("$default")
                .answering("{\"statusCode\": 200, \"body\": \"hi\"}")
                .start()
                .connect(path);
        assertThat(user.say("x").hear()).isEqualTo("hi");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/other", "/prodigy", "/prod/other", "/@connections"})
    void thereIsNothingElse(String path) throws Exception {
        server.routes("$connect").start();
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).isEqualTo("{\"message\":\"Forbidden\"}");
        assertThat(server.invoked).isEmpty();
        assertThat(server.served("GET").status()).isEqualTo(403);
    }

    @Test
    void plainRequestHasToBeUpgraded() throws Exception {
        server.routes("$connect").start();
        HttpResponse<String> response = get("/");
        assertThat(response.statusCode()).isEqualTo(426);
        assertThat(response.headers().firstValue("upgrade")).contains("websocket");
        assertThat(server.invoked).isEmpty();
    }

    private record Row(
            String line, BiFunction<JsonNode, Invocation, InvocationResult> function, int status, String message) {

        static Row of(String line, String payload, int status, String message) {
            return new Row(line, (event, invocation) -> answer(invocation, payload), status, message);
        }

        @Override
        public String toString() {
            return line;
        }
    }

    static Stream<Row> verdicts() {
        return Stream.of(
                Row.of("200 connects", "{\"statusCode\": 200}", 101, ""),
                Row.of("so does any 2xx", "{\"statusCode\": 204, \"body\": \"x\"}", 101, ""),
                Row.of("401 is passed on", "{\"statusCode\": 401, \"body\": \"{}\"}", 401, ""),
                Row.of("403 is passed on", "{\"statusCode\": 403}", 403, ""),
                Row.of("500 is passed on", "{\"statusCode\": 500}", 500, ""),
                Row.of("302 makes no sense", "{\"statusCode\": 302}", 502, "Internal server error"),
                Row.of("no status code", "{}", 502, "Internal server error"),
                Row.of("null", "null", 502, "Internal server error"),
                new Row(
                        "a failed function",
                        (event, invocation) -> SocketServer.failure(invocation, "ValueError"),
                        502,
                        "Internal server error"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("verdicts")
    void functionDecidesWhoConnects(Row row) throws Exception {
        server.routes("$connect", "$disconnect").function(row.function()).start();
        try (RawClient client = new RawClient(server.port(), "/")) {
            assertThat(client.head.get(0)).startsWith("HTTP/1.1 " + row.status() + " ");
        }
        ServedRequest served = server.served("GET");
        assertThat(served.status()).isEqualTo(row.status());
        if (!row.message().isEmpty()) {
            JsonNode body = json(served.response());
            assertThat(body.path("message").asText()).isEqualTo(row.message());
            assertThat(body.path("connectionId").asText())
                    .isEqualTo(server.event("CONNECT")
                            .path("requestContext")
                            .path("connectionId")
                            .asText());
        }
        if (row.status() != 101) {
            server.stop();
            assertThat(server.invoked).noneMatch(event -> event.path("requestContext")
                    .path("eventType")
                    .asText()
                    .equals("DISCONNECT"));
        }
    }

    @Test
    void refusalHasTheBodyOfTheFunction() throws Exception {
        server.routes("$connect")
                .answering("{\"statusCode\": 403, \"body\": \"not you\"}")
                .start();
        HttpResponse<?> response = refusal();
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(new String(server.served("GET").response(), StandardCharsets.UTF_8))
                .isEqualTo("not you");
    }

    @Test
    void everybodyConnectsWithoutConnectRoute() throws Exception {
        server.twoWay("$default")
                .answering("{\"statusCode\": 200, \"body\": \"hi\"}")
                .start();
        assertThat(server.connect().say("x").hear()).isEqualTo("hi");
    }

    @Test
    void slowFunctionIsNotWaitedFor() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        server.routes("$connect")
                .function((event, invocation) -> {
                    try {
                        go.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return answer(invocation, SocketServer.OK);
                })
                .start();
        CompletableFuture<HttpResponse<?>> response = CompletableFuture.supplyAsync(this::refusal);
        server.event("CONNECT");
        server.time.advance(SocketServer.TIMEOUT);
        assertThat(response.get().statusCode()).isEqualTo(504);
        go.countDown();
    }

    @Test
    void functionThatIsNotServedIsAnError() throws Exception {
        server.to("$connect", "Missing").start();
        assertThat(refusal().statusCode()).isEqualTo(500);
        assertThat(server.served("GET").remark()).isEqualTo("Missing is not served");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"statusCode\": 200, \"headers\": {\"Sec-WebSocket-Protocol\": \"b\"}}",
                "{\"statusCode\": 200, \"headers\": {\"sec-websocket-protocol\": \"b\", \"X\": \"y\"}}",
                "{\"statusCode\": 200, \"multiValueHeaders\": {\"Sec-WebSocket-Protocol\": [\"b\"]}}"
            })
    void functionChoosesTheSubprotocol(String answer) throws Exception {
        server.routes("$connect").answering(answer).start();
        SocketUser user = SocketUser.connect(server.client, server.ws("/"), "a", "b");
        assertThat(user.socket.getSubprotocol()).isEqualTo("b");
        assertThat(server.event("CONNECT")
                        .path("headers")
                        .path("Sec-WebSocket-Protocol")
                        .asText())
                .contains("a", "b");
    }

    @Test
    void thereIsNoSubprotocolIfTheFunctionChoosesNone() {
        server.routes("$connect").start();
        SocketUser user = SocketUser.connect(server.client, server.ws("/"), "a");
        assertThat(user.socket.getSubprotocol()).isEmpty();
    }

    @Test
    void whatTheAuthorizerSaysIsInAllEvents() throws Exception {
        CompletableFuture<ApiRequest> asked = new CompletableFuture<>();
        server.guarded((api, route, request, event) -> {
                    assertThat(event.path("requestContext").path("eventType").asText())
                            .isEqualTo("CONNECT");
                    asked.complete(request);
                    return new Authorization.Allowed(
                            Optional.of(SocketServer.MAPPER.createObjectNode().put("principalId", "me")),
                            Optional.empty());
                })
                .routes("$disconnect", "$default")
                .start();
        SocketUser user = server.connect("/?token=1").say("x");
        for (String type : new String[] {"CONNECT", "MESSAGE", "DISCONNECT"}) {
            JsonNode context = server.event(type).path("requestContext");
            assertThat(context.path("authorizer").path("principalId").asText()).isEqualTo("me");
            if (type.equals("MESSAGE")) {
                user.socket.sendClose(1000, "").join();
            }
        }
        assertThat(asked.get().query()).isEqualTo("token=1");
        assertThat(asked.get().header("user-agent")).contains("test/1");
    }

    @Test
    void clientIsRefusedWhereTheAuthorizerBreaks() throws Exception {
        server.guarded((api, route, request, event) -> {
                    throw new IllegalStateException("broken");
                })
                .start();
        assertThat(refusal().statusCode()).isEqualTo(500);
        assertThat(server.invoked).isEmpty();
        assertThat(server.served("GET").remark()).isEqualTo("broken");
    }

    static Stream<GatewayError> refusals() {
        return Stream.of(
                GatewayError.UNAUTHORIZED,
                GatewayError.ACCESS_DENIED,
                GatewayError.INVALID_SIGNATURE,
                GatewayError.AUTHORIZER_FAILURE);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusedClientDoesNotGetToTheFunction(GatewayError error) throws Exception {
        server.guarded((api, route, request, event) -> new Authorization.Refused(error, "because"))
                .start();
        int status = error == GatewayError.UNAUTHORIZED ? 401 : error == GatewayError.AUTHORIZER_FAILURE ? 500 : 403;
        assertThat(refusal().statusCode()).isEqualTo(status);
        assertThat(server.invoked).isEmpty();
        ServedRequest served = server.served("GET");
        assertThat(served.remark()).isEqualTo("because");
        assertThat(json(served.response()).path("message").asText())
                .isEqualTo(status == 401 ? "Unauthorized" : status == 403 ? "Forbidden" : "Internal Server Error");
    }
}

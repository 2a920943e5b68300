package io.github.sammaven.core.local.apigateway.websocket;

import static io.github.sammaven.core.local.apigateway.websocket.SocketServer.answer;
import static io.github.sammaven.core.local.apigateway.websocket.SocketServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sammaven.core.local.apigateway.model.Integration;
import io.github.sammaven.core.local.invoke.Invocation;
import io.github.sammaven.core.local.invoke.InvocationResult;
import io.github.sammaven.core.local.journal.ServedRequest;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.report.RequestServed;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class MessageTest {

    private static final String SEND = "{\"action\": \"send\"}";

    private SocketServer server = new SocketServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void messageBecomesAnEvent() throws Exception {
        server = new SocketServer(Map.of("color", "blue"));
        SocketUser user = server.routes("$connect", "send").start().connect();
        String connectionId = server.event("CONNECT")
                .path("requestContext")
                .path("connectionId")
                .asText();
        server.time.advance(Duration.ofSeconds(2));
        user.say("{\"action\": \"send\", \"data\": \"ä\"}");
        JsonNode event = server.event("MESSAGE");
        assertThat(event.path("body").asText()).isEqualTo("{\"action\": \"send\", \"data\": \"ä\"}");
        assertThat(event.path("isBase64Encoded").asText()).isEqualTo("false");
        assertThat(event.has("headers")).isFalse();
        assertThat(event.path("stageVariables").path("color").asText()).isEqualTo("blue");
        JsonNode context = event.path("requestContext");
        assertThat(context.path("routeKey").asText()).isEqualTo("send");
        assertThat(context.path("eventType").asText()).isEqualTo("MESSAGE");
        assertThat(context.path("messageDirection").asText()).isEqualTo("IN");
        assertThat(context.path("connectionId").asText()).isEqualTo(connectionId);
        assertThat(context.path("messageId").asText()).matches("[A-Za-z0-9_-]{15}=");
        assertThat(context.path("requestId").asText())
                .matches("[A-Za-z0-9_-]{15}=")
                .isEqualTo(context.path("extendedRequestId").asText())
                .isNotEqualTo(connectionId);
        assertThat(context.path("connectedAt").asLong()).isEqualTo(VirtualTime.START.toEpochMilli());
        assertThat(context.path("requestTimeEpoch").asLong()).isEqualTo(VirtualTime.START.toEpochMilli() + 2000);
        assertThat(context.path("requestTime").asText()).isEqualTo("09/Feb/2024:18:11:45 +0000");
        assertThat(context.path("stage").asText()).isEqualTo("prod");
        assertThat(context.path("apiId").asText()).isEqualTo("ChatApi");
        assertThat(context.path("domainName").asText()).isEqualTo("127.0.0.1:" + server.port());
        assertThat(context.path("identity").path("sourceIp").asText()).isEqualTo("127.0.0.1");
        assertThat(context.path("identity").path("userAgent").asText()).isEqualTo("test/1");
    }

    private record Routing(String line, String routes, String message, String key) {
        @Override
        public String toString() {
            return line;
        }
    }

    static Stream<Routing> routing() {
        return Stream.of(
                new Routing("route of that key", "send,$default", SEND, "send"),
                new Routing("another key goes to $default", "send,$default", "{\"action\": \"sing\"}", "$default"),
                new Routing("no JSON goes to $default", "send,$default", "send", "$default"),
                new Routing(
                        "$connect is not reached by a message",
                        "$connect,$default",
                        "{\"action\": \"$connect\"}",
                        "$default"),
                new Routing(
                        "$disconnect is not reached by a message",
                        "$disconnect,$default",
                        "{\"action\": \"$disconnect\"}",
                        "$default"),
                new Routing("$default by its name", "$default", "{\"action\": \"$default\"}", "$default"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("routing")
    void messageGoesToItsRoute(Routing row) throws Exception {
        server.routes(row.routes().split(",")).start().connect().say(row.message());
        JsonNode event = server.event("MESSAGE");
        assertThat(event.path("requestContext").path("routeKey").asText()).isEqualTo(row.key());
    }

    @Test
    void messageWithoutRouteIsForbidden() throws Exception {
        SocketUser user = server.routes("$connect", "other").start().connect();
        user.say(SEND);
        JsonNode answer = json(user.hear());
        assertThat(answer.path("message").asText()).isEqualTo("Forbidden");
        assertThat(answer.path("connectionId").asText())
                .isEqualTo(server.event("CONNECT")
                        .path("requestContext")
                        .path("connectionId")
                        .asText());
        assertThat(answer.path("requestId").asText()).matches("[A-Za-z0-9_-]{15}=");
        assertThat(server.invoked).isEmpty();
        ServedRequest served = server.served("$default");
        assertThat(served.status()).isEqualTo(403);
        assertThat(served.remark()).isEqualTo("no route has its key, and there is no $default");
    }

    private record Answering(
            String line, boolean twoWay, BiFunction<JsonNode, Invocation, InvocationResult> function, String answer) {

        static Answering of(String line, boolean twoWay, String payload, String answer) {
            return new Answering(line, twoWay, (event, invocation) -> SocketServer.answer(invocation, payload), answer);
        }

        @Override
        public String toString() {
            return line;
        }
    }

    static Stream<Answering> answers() {
        return Stream.of(
                Answering.of(
                        "body goes back on a two-way route", true, "{\"statusCode\": 200, \"body\": \"yes\"}", "yes"),
                Answering.of("whatever its status is", true, "{\"statusCode\": 400, \"body\": \"bad\"}", "bad"),
                Answering.of(
                        "a body of base64 is decoded",
                        true,
                        "{\"statusCode\": 200, \"isBase64Encoded\": true, \"body\": \"w6Q=\"}",
                        "ä"),
                Answering.of("a body that is JSON", true, "{\"statusCode\": 200, \"body\": {\"a\": 1}}", "{\"a\":1}"),
                Answering.of("no body, nothing goes back", true, "{\"statusCode\": 200}", ""),
                Answering.of(
                        "nothing goes back on a one-way route", false, "{\"statusCode\": 200, \"body\": \"yes\"}", ""),
                Answering.of(
                        "a body of 128 KB goes back",
                        true,
                        "{\"statusCode\": 200, \"body\": \"%s\"}".formatted("x".repeat(131_072)),
                        "x".repeat(131_072)),
                Answering.of(
                        "a longer body is an error",
                        true,
                        "{\"statusCode\": 200, \"body\": \"%s\"}".formatted("x".repeat(131_073)),
                        "Internal server error"),
                Answering.of("no status code is an error", true, "{\"body\": \"yes\"}", "Internal server error"),
                Answering.of("on one-way routes too", false, "null", "Internal server error"),
                Answering.of(
                        "base64 that is none is an error",
                        true,
                        "{\"statusCode\": 200, \"isBase64Encoded\": true, \"body\": \"?\"}",
                        "Internal server error"),
                new Answering(
                        "a function that fails",
                        false,
                        (event, invocation) -> SocketServer.failure(invocation, "ValueError"),
                        "Internal server error"),
                new Answering(
                        "a runner that refuses",
                        false,
                        (event, invocation) -> {
                            throw new SamException("no python", "", null);
                        },
                        "Internal server error"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void answerGoesBack(Answering row) throws Exception {
        server.function((event, invocation) -> event.path("body").asText().equals("last")
                ? answer(invocation, "{\"statusCode\": 200, \"body\": \"last\"}")
                : row.function().apply(event, invocation));
        if (row.twoWay()) {
            server.twoWay("send");
        } else {
            server.routes("send");
        }
        SocketUser user = server.twoWay("$default").start().connect().say(SEND);
        server.served("send");
        user.say("last");
        String heard = user.hear();
        if (row.answer().isEmpty()) {
            assertThat(heard).isEqualTo("last");
        } else {
            assertThat(
                            heard.startsWith("{\"message\"")
                                    ? json(heard).path("message").asText()
                                    : heard)
                    .isEqualTo(row.answer());
        }
    }

    @Test
    void failureIsInTheLineOfTheMessageAndInTheJournal() throws Exception {
        server.routes("send")
                .function((event, invocation) -> SocketServer.failure(invocation, "ValueError"))
                .start()
                .connect()
                .say(SEND);
        ServedRequest served = server.served("send");
        assertThat(served.status()).isEqualTo(502);
        assertThat(served.remark()).isEqualTo("Hello failed: ValueError");
        assertThat(served.call().orElseThrow().function()).isEqualTo("Hello");
        assertThat(served.bodySize()).isEqualTo(SEND.length());
        assertThat(served.source()).isEqualTo("ChatApi");
        RequestServed line = (RequestServed) server.told.get(server.told.size() - 1);
        assertThat(line.method()).isEqualTo("send");
        assertThat(line.path()).isEqualTo(served.target());
        assertThat(line.eventBytes()).isEqualTo(served.call().orElseThrow().event().length);
        assertThat(line.detail()).isEqualTo("Hello failed: ValueError");
    }

    @Test
    void functionThatIsNotServedIsAnError() throws Exception {
        SocketUser user = server.to("send", "Missing").start().connect().say(SEND);
        assertThat(json(user.hear()).path("message").asText()).isEqualTo("Internal server error");
        assertThat(server.served("send").remark()).isEqualTo("Missing is not served");
    }

    @Test
    void integrationWithoutCounterpartIsRefused() throws Exception {
        SocketUser user = server.integration("send", new Integration.Unsupported("HTTP", "no HTTP here"))
                .start()
                .connect()
                .say(SEND);
        assertThat(json(user.hear()).path("message").asText()).isEqualTo("Not Implemented");
        assertThat(server.served("send").remark()).isEqualTo("no HTTP here");
    }

    @Test
    void mockTakesTheMessage() throws Exception {
        server.integration("send", new Integration.Mock(Map.of(), Map.of(), Optional.empty()))
                .start()
                .connect()
                .say(SEND);
        assertThat(server.served("send").status()).isEqualTo(200);
    }

    @Test
    void slowFunctionTimesOutAndItsAnswerIsLost() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        SocketUser user = server.twoWay("send")
                .twoWay("$default")
                .function((event, invocation) -> {
                    boolean slow = event.path("body").asText().equals(SEND);
                    if (slow) {
                        await(go);
                    }
                    return answer(
                            invocation, "{\"statusCode\": 200, \"body\": \"%s\"}".formatted(slow ? "late" : "next"));
                })
                .start()
                .connect()
                .say(SEND);
        server.event("MESSAGE");
        server.time.advance(SocketServer.TIMEOUT);
        assertThat(json(user.hear()).path("message").asText()).isEqualTo("Endpoint request timed out");
        ServedRequest served = server.served("send");
        assertThat(served.status()).isEqualTo(504);
        assertThat(served.remark()).isEqualTo("Hello took longer than 29000 ms");
        go.countDown();
        assertThat(user.say("x").hear()).isEqualTo("next");
    }

    @Test
    void oneMessageDoesNotWaitForAnother() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        SocketUser user = server.twoWay("$default")
                .function((event, invocation) -> {
                    String body = event.path("body").asText();
                    if (body.equals("first")) {
                        await(go);
                    }
                    return answer(invocation, "{\"statusCode\": 200, \"body\": \"%s\"}".formatted(body));
                })
                .start()
                .connect()
                .say("first")
                .say("second");
        assertThat(user.hear()).isEqualTo("second");
        go.countDown();
        assertThat(user.hear()).isEqualTo("first");
    }

    @Test
    void floodOfMessagesWaitsAndNoneIsLost() throws Exception {
        int messages = 200;
        Semaphore go = new Semaphore(0);
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        SocketUser user = server.twoWay("$default")
                .function((event, invocation) -> {
                    most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                    go.acquireUninterruptibly();
                    underWay.decrementAndGet();
                    return answer(
                            invocation,
                            "{\"statusCode\": 200, \"body\": \"%s\"}"
                                    .formatted(event.path("body").asText()));
                })
                .start()
                .connect();
        for (int i = 0; i < messages; i++) {
            user.say("m" + i);
        }
        go.release(messages);
        Set<String> heard = new TreeSet<>();
        for (int i = 0; i < messages; i++) {
            heard.add(user.hear());
        }
        assertThat(heard).hasSize(messages);
        assertThat(most.get()).isLessThanOrEqualTo(Intake.MOST_UNDER_WAY);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

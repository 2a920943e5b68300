package io.github.sammaven.core.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.local.invoke.Invocation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class RuntimeApiServerTest {

    private static final String ARN = "arn:aws:lambda:eu-central-1:123456789012:function:hello";
    private static final Invocation EVENT = new Invocation(
            "id-1",
            "{\"a\":1}".getBytes(StandardCharsets.UTF_8),
            Optional.of("{\"custom\":{}}"),
            Optional.of("Root=1"));

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private RuntimeApiServer server = RuntimeApiServer.start(ARN);
    private RuntimeLink link = server.connect();

    @BeforeEach
    void startAnew() {
        server.close();
        server = RuntimeApiServer.start(ARN);
        link = server.connect();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://" + server.address() + "/2018-06-01/" + path));
    }

    private CompletableFuture<HttpResponse<String>> next() {
        return http.sendAsync(request("runtime/invocation/next").build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return http.send(request(path).POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    private RuntimeTurn deliver() throws Exception {
        CompletableFuture<HttpResponse<String>> waiting = next();
        link.initialised().get(10, TimeUnit.SECONDS);
        RuntimeTurn turn = link.deliver(EVENT, 123L, Optional.empty());
        waiting.get(10, TimeUnit.SECONDS);
        return turn;
    }

    @Test
    void eventComesWithItsHeaders() throws Exception {
        CompletableFuture<HttpResponse<String>> waiting = next();
        assertThat(link.initialised().get(10, TimeUnit.SECONDS)).isEqualTo(RuntimeLink.State.READY);
        link.deliver(EVENT, 123L, Optional.empty());
        HttpResponse<String> event = waiting.get(10, TimeUnit.SECONDS);
        assertThat(event.body()).isEqualTo("{\"a\":1}");
        assertThat(event.headers().map())
                .containsEntry("lambda-runtime-aws-request-id", java.util.List.of("id-1"))
                .containsEntry("lambda-runtime-deadline-ms", java.util.List.of("123"))
                .containsEntry("lambda-runtime-invoked-function-arn", java.util.List.of(ARN))
                .containsEntry("lambda-runtime-trace-id", java.util.List.of("Root=1"))
                .containsEntry("lambda-runtime-client-context", java.util.List.of("{\"custom\":{}}"))
                .containsEntry("content-type", java.util.List.of("application/json"));
    }

    @Test
    void turnEndsWhenTheRuntimeAsksAgain() throws Exception {
        RuntimeTurn turn = deliver();
        HttpResponse<String> taken = post("runtime/invocation/id-1/response", "not json");
        assertThat(taken.statusCode()).isEqualTo(202);
        assertThat(taken.body()).isEqualTo("{\"status\":\"OK\"}");
        assertThat(turn.finished()).isNotDone();
        next();
        assertThat(turn.finished().get(10, TimeUnit.SECONDS)).isEqualTo(RuntimeLink.State.READY);
        assertThat(turn.answer().orElseThrow().body()).asString().isEqualTo("not json");
    }

    @Test
    void secondAnswerAndWrongIdAreRefused() throws Exception {
        deliver();
        assertThat(post("runtime/invocation/other/response", "x").body()).contains("InvalidRequestID");
        assertThat(post("runtime/invocation/id-1/error", "{}").statusCode()).isEqualTo(202);
        HttpResponse<String> second = post("runtime/invocation/id-1/response", "x");
        assertThat(second.statusCode()).isEqualTo(400);
        assertThat(second.body()).contains("\"errorType\":\"InvalidRequestID\"");
    }

    @Test
    void lateAnswerOfAnEndedProcessIsRefused() throws Exception {
        RuntimeTurn turn = deliver();
        link.ended();
        server.connect();
        assertThat(turn.finished()).isCompletedWithValue(RuntimeLink.State.ENDED);
        assertThat(post("runtime/invocation/id-1/response", "late").statusCode())
                .isEqualTo(400);
        assertThat(turn.answer()).isEmpty();
    }

    @Test
    void nextBeforeTheAnswerIsOutOfTurn() throws Exception {
        deliver();
        HttpResponse<String> refused = next().get(10, TimeUnit.SECONDS);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("InvalidStateTransition");
    }

    @Test
    void secondWaitingNextTakesThePlaceOfTheFirst() throws Exception {
        CompletableFuture<HttpResponse<String>> first = next();
        link.initialised().get(10, TimeUnit.SECONDS);
        CompletableFuture<HttpResponse<String>> second = next();
        assertThat(first.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(403);
        link.deliver(EVENT, 1L, Optional.empty());
        assertThat(second.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    }

    @Test
    void initErrorIsKept() throws Exception {
        HttpResponse<String> taken = http.send(
                request("runtime/init/error")
                        .header("Lambda-Runtime-Function-Error-Type", "strange <type>")
                        .POST(BodyPublishers.ofString("{\"errorType\":\"X\"}"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(taken.statusCode()).isEqualTo(202);
        assertThat(link.initialised()).isCompletedWithValue(RuntimeLink.State.INIT_FAILED);
        assertThat(link.initError().orElseThrow().category()).isEqualTo("Runtime.Unknown");
        assertThat(post("runtime/init/error", "{}").statusCode()).isEqualTo(403);
    }

    @Test
    void answerOverTheLimitIsRefusedWithItsSize() throws Exception {
        RuntimeTurn turn = deliver();
        HttpResponse<String> refused = post("runtime/invocation/id-1/response", "x".repeat(6_291_557));
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body())
                .contains("RequestEntityTooLarge", "Exceeded maximum allowed payload size (6291556 bytes).");
        assertThat(turn.answer().orElseThrow().size()).isEqualTo(6_291_557);
        assertThat(turn.answer().orElseThrow().body()).isEmpty();
    }

    @Test
    void unknownResponseModeIsRefused() throws Exception {
        deliver();
        HttpResponse<String> refused = http.send(
                request("runtime/invocation/id-1/response")
                        .header("Lambda-Runtime-Function-Response-Mode", "odd")
                        .POST(BodyPublishers.ofString("x"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("InvalidFunctionResponseMode");
    }

    @Test
    void pingIsAnswered() throws Exception {
        assertThat(http.send(request("ping").build(), BodyHandlers.ofString()).body())
                .isEqualTo("pong");
    }
}

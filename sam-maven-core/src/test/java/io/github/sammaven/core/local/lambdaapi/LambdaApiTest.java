package io.github.sammaven.core.local.lambdaapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sammaven.core.local.http.ListenAddress;
import io.github.sammaven.core.local.invoke.FunctionEnvironment;
import io.github.sammaven.core.local.invoke.FunctionLog;
import io.github.sammaven.core.local.invoke.FunctionRunner;
import io.github.sammaven.core.local.invoke.Invocation;
import io.github.sammaven.core.local.invoke.InvocationResult;
import io.github.sammaven.core.local.invoke.LocalFunction;
import io.github.sammaven.core.local.invoke.PoolOptions;
import io.github.sammaven.core.local.invoke.ResponseStream;
import io.github.sammaven.core.local.invoke.ScriptedRunner;
import io.github.sammaven.core.local.invoke.WarmMode;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.report.RequestServed;
import io.github.sammaven.core.report.SamEvent;
import io.github.sammaven.core.report.Warning;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaAsyncClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.GetFunctionResponse;
import software.amazon.awssdk.services.lambda.model.InvalidParameterValueException;
import software.amazon.awssdk.services.lambda.model.InvalidRequestContentException;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.InvokeWithResponseStreamCompleteEvent;
import software.amazon.awssdk.services.lambda.model.InvokeWithResponseStreamResponseHandler;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import software.amazon.awssdk.services.lambda.model.LogType;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import software.amazon.awssdk.services.lambda.model.TooManyRequestsException;

/** The endpoint as the AWS SDK sees it. */
@Timeout(120)
class LambdaApiTest {

    private static final ScriptedRunner.Script ECHO = (environment, invocation) -> {
        environment.log.line("echo " + invocation.requestId());
        return invocation.payload();
    };

    private static Endpoint echo() {
        return new Endpoint(new ScriptedRunner(ECHO));
    }

    /** A function all of whose calls fail, with its calls. */
    private static FunctionRunner failing(BlockingQueue<Invocation> calls) {
        return runner((invocation, stream) -> {
            calls.add(invocation);
            byte[] error = "{\"errorMessage\":\"no\",\"errorType\":\"ValueError\"}".getBytes(StandardCharsets.UTF_8);
            return ScriptedRunner.result(invocation, error, Optional.of("ValueError"));
        });
    }

    /** A handler that sees the stream of the caller. */
    private interface Handler {
        InvocationResult handle(Invocation invocation, Optional<ResponseStream> stream);
    }

    private static FunctionRunner runner(Handler handler) {
        return (LocalFunction function, FunctionLog log) -> new FunctionEnvironment() {
            @Override
            public InvocationResult invoke(Invocation invocation) {
                return handler.handle(invocation, Optional.empty());
            }

            @Override
            public InvocationResult invoke(Invocation invocation, ResponseStream stream) {
                return handler.handle(invocation, Optional.of(stream));
            }

            @Override
            public void close() {
                log.line("closed");
            }
        };
    }

    private static InvocationResult streamed(Invocation invocation, Optional<String> error, String document) {
        InvocationResult plain = ScriptedRunner.result(invocation, document.getBytes(StandardCharsets.UTF_8), error);
        return new InvocationResult(
                plain.requestId(), plain.payload(), plain.contentType(), true, error, plain.report(), false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hello",
                "hello-prod",
                "hello-prod:live",
                "hello-prod:$LATEST",
                "hello-prod:7",
                "123456789012:function:hello-prod",
                "arn:aws:lambda:eu-central-1:123456789012:function:hello-prod",
                "arn:aws:lambda:eu-central-1:123456789012:function:hello-prod:live"
            })
    void functionIsInvokedByEveryNameItHas(String name) {
        try (Endpoint endpoint = echo();
                LambdaClient client = endpoint.client()) {
            InvokeResponse answer =
                    client.invoke(request -> request.functionName(name).payload(SdkBytes.fromUtf8String("{\"a\": 1}")));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.payload().asUtf8String()).isEqualTo("{\"a\": 1}");
            assertThat(answer.executedVersion()).isEqualTo("$LATEST");
            assertThat(answer.functionError()).isNull();
            assertThat(answer.logResult()).isNull();
            assertThat(answer.responseMetadata().requestId()).matches("[0-9a-f-]{36}");
        }
    }

    @Test
    void requestWithoutBodyIsAnEmptyObject() {
        try (Endpoint endpoint = echo();
                LambdaClient client = endpoint.client()) {
            assertThat(client.invoke(request -> request.functionName("Hello").qualifier("live"))
                            .payload()
                            .asUtf8String())
                    .isEqualTo("{}");
        }
    }

    @Test
    void unknownFunctionIsNotFound() {
        try (Endpoint endpoint = echo();
                LambdaClient client = endpoint.client()) {
            assertThatThrownBy(() -> client.invoke(request -> request.functionName("Other")))
                    .isInstanceOf(ResourceNotFoundException.class)
                    .hasMessageContaining(
                            "Function not found: arn:aws:lambda:eu-central-1:123456789012:function:Other");
        }
    }

    @Test
    void functionOfANestedStackIsLookedForByItsPath() {
        try (Endpoint endpoint = echo();
                LambdaClient client = endpoint.client()) {
            assertThatThrownBy(() -> client.invoke(request -> request.functionName("Stack/Inner/Hello")))
                    .isInstanceOf(ResourceNotFoundException.class)
                    .hasMessageContaining(":function:Stack/Inner/Hello");
        }
    }

    @Test
    void unknownAliasIsNotFound() {
        try (Endpoint endpoint = echo();
                LambdaClient client = endpoint.client()) {
            assertThatThrownBy(() -> client.invoke(
                            request -> request.functionName("Hello").qualifier("test")))
                    .isInstanceOf(ResourceNotFoundException.class)
                    .hasMessageContaining(":function:Hello:test (its aliases are live)");
        }
    }

    @Test
    void qualifiersThatDifferAreRefused() {
        try (Endpoint endpoint = echo();
                LambdaClient client = endpoint.client()) {
            assertThatThrownBy(() -> client.invoke(
                            request -> request.functionName("Hello:live").qualifier("1")))
                    .isInstanceOf(InvalidParameterValueException.class);
        }
    }

    @Test
    void tailOfTheLogComesWithTheAnswer() {
        ScriptedRunner runner = new ScriptedRunner((environment, invocation) -> {
            for (int i = 0; i < 2000; i++) {
                environment.log.line("line " + i);
            }
            return invocation.payload();
        });
        try (Endpoint endpoint = new Endpoint(runner);
                LambdaClient client = endpoint.client()) {
            InvokeResponse answer =
                    client.invoke(request -> request.functionName("Hello").logType(LogType.TAIL));
            byte[] log = Base64.getDecoder().decode(answer.logResult());
            assertThat(log).hasSize(4096);
            assertThat(new String(log, StandardCharsets.UTF_8)).endsWith("line 1998\nline 1999\n");
        }
    }

    @Test
    void functionErrorIsMarked() {
        BlockingQueue<Invocation> calls = new LinkedBlockingQueue<>();
        try (Endpoint endpoint = new Endpoint(failing(calls));
                LambdaClient client = endpoint.client()) {
            InvokeResponse answer = client.invoke(request -> request.functionName("Hello"));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.functionError()).isEqualTo("Unhandled");
            assertThat(answer.payload().asUtf8String()).contains("ValueError");
            assertThat(detailOfLast(endpoint)).isEqualTo("Hello failed: ValueError");
        }
    }

    private static String detailOfLast(Endpoint endpoint) {
        try {
            return ((RequestServed) endpoint.events.take()).detail();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void dryRunRunsNothing() {
        ScriptedRunner runner = new ScriptedRunner(ECHO);
        try (Endpoint endpoint = new Endpoint(runner);
                LambdaClient client = endpoint.client()) {
            InvokeResponse answer =
                    client.invoke(request -> request.functionName("Hello").invocationType(InvocationType.DRY_RUN));
            assertThat(answer.statusCode()).isEqualTo(204);
        }
        assertThat(runner.events).isEmpty();
    }

    @Test
    void eventIsAcceptedAndRunLater() throws Exception {
        BlockingQueue<String> run = new LinkedBlockingQueue<>();
        CountDownLatch accepted = new CountDownLatch(1);
        ScriptedRunner runner = new ScriptedRunner((environment, invocation) -> {
            accepted.await();
            run.add(new String(invocation.payload(), StandardCharsets.UTF_8));
            return invocation.payload();
        });
        try (Endpoint endpoint = new Endpoint(runner);
                LambdaClient client = endpoint.client()) {
            InvokeResponse answer = client.invoke(request -> request.functionName("Hello")
                    .invocationType(InvocationType.EVENT)
                    .payload(SdkBytes.fromUtf8String("\"later\"")));
            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(answer.payload().asUtf8String()).isEmpty();
            accepted.countDown();
            assertThat(run.take()).isEqualTo("\"later\"");
        }
    }

    @Test
    void eventThatFailsIsTriedThreeTimesWithOneRequestId() throws Exception {
        BlockingQueue<Invocation> calls = new LinkedBlockingQueue<>();
        try (Endpoint endpoint = new Endpoint(failing(calls));
                LambdaClient client = endpoint.client()) {
            InvokeResponse answer =
                    client.invoke(request -> request.functionName("Hello").invocationType(InvocationType.EVENT));
            String id = answer.responseMetadata().requestId();
            for (int i = 0; i < 3; i++) {
                assertThat(calls.take().requestId()).isEqualTo(id);
            }
            assertThat(warning(endpoint))
                    .contains("Hello: the asynchronous event " + id + " failed 3 times, at last with ValueError");
            assertThat(calls).isEmpty();
        }
    }

    private static String warning(Endpoint endpoint) throws InterruptedException {
        while (true) {
            SamEvent event = endpoint.events.take();
            if (event instanceof Warning warning) {
                return warning.problem().toString();
            }
        }
    }

    @Test
    void eventsBeyondTheQueueAreThrottled() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        ScriptedRunner runner = new ScriptedRunner((environment, invocation) -> {
            begun.countDown();
            goOn.await();
            return invocation.payload();
        });
        try (Endpoint endpoint =
                        new Endpoint(runner, new AsyncOptions(1, 1, List.of()), PoolOptions.of(WarmMode.LAZY));
                LambdaClient client = endpoint.client()) {
            event(client);
            begun.await();
            event(client);
            assertThatThrownBy(() -> event(client)).isInstanceOf(TooManyRequestsException.class);
            goOn.countDown();
        }
    }

    private static void event(LambdaClient client) {
        client.invoke(request -> request.functionName("Hello").invocationType(InvocationType.EVENT));
    }

    @Test
    void synchronousRequestOfExactlyTheLimitPasses() throws Exception {
        try (Endpoint endpoint = echo();
                LambdaClient client = endpoint.client()) {
            InvokeResponse answer =
                    client.invoke(request -> request.functionName("Hello").payload(json(6_291_456)));
            assertThat(answer.payload().asByteArrayUnsafe()).hasSize(6_291_456);
            assertThat(warning(endpoint))
                    .contains("Hello: the event has 6,291,456 of the 6,291,456 bytes that Lambda takes");
        }
    }

    @Test
    void requestUnderFourFifthsOfTheLimitIsNotWarnedOf() throws Exception {
        try (Endpoint endpoint = echo();
                LambdaClient client = endpoint.client()) {
            client.invoke(request -> request.functionName("Hello").payload(json(5_000_000)));
            // The client may have its answer before it is told that it was served.
            assertThat(endpoint.events.take()).isInstanceOf(RequestServed.class);
            assertThat(endpoint.events).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {6_291_457, 20_000_000})
    void largerSynchronousRequestIsRefused(int bytes) {
        try (Endpoint endpoint = echo();
                LambdaClient client = endpoint.client()) {
            assertThatThrownBy(() -> client.invoke(
                            request -> request.functionName("Hello").payload(json(bytes))))
                    .satisfies(thrown -> assertTooLarge(thrown, "6291456"));
        }
    }

    @Test
    void largerEventIsRefused() {
        try (Endpoint endpoint = echo();
                LambdaClient client = endpoint.client()) {
            assertThat(client.invoke(request -> request.functionName("Hello")
                                    .invocationType(InvocationType.EVENT)
                                    .payload(json(1_048_576)))
                            .statusCode())
                    .isEqualTo(202);
            assertThatThrownBy(() -> client.invoke(request -> request.functionName("Hello")
                            .invocationType(InvocationType.EVENT)
                            .payload(json(1_048_577))))
                    .satisfies(thrown -> assertTooLarge(thrown, "1048576"));
        }
    }

    private static void assertTooLarge(Throwable thrown, String limit) {
        LambdaException refused = (LambdaException) thrown;
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.awsErrorDetails().errorCode())
                .isIn("RequestEntityTooLargeException", "RequestTooLargeException");
        assertThat(refused.getMessage())
                .contains("Request must be smaller than " + limit + " bytes for the InvokeFunction operation");
    }

    private static SdkBytes json(int bytes) {
        return SdkBytes.fromUtf8String("\"" + "x".repeat(bytes - 2) + "\"");
    }

    @Test
    void clientContextReachesTheFunctionDecoded() {
        BlockingQueue<Invocation> calls = new LinkedBlockingQueue<>();
        try (Endpoint endpoint = new Endpoint(failing(calls));
                LambdaClient client = endpoint.client()) {
            client.invoke(request -> request.functionName("Hello").clientContext(base64("{\"client\": {}}")));
        }
        assertThat(calls.element().clientContext()).contains("{\"client\": {}}");
    }

    @Test
    void clientContextOverTheLimitIsRefused() {
        try (Endpoint endpoint = echo();
                LambdaClient client = endpoint.client()) {
            LambdaException refused = catchThrowableOfType(
                    LambdaException.class,
                    () -> client.invoke(request ->
                            request.functionName("Hello").clientContext(base64("\"" + "x".repeat(2700) + "\""))));
            assertThat(refused.statusCode()).isEqualTo(413);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "bm90IGpzb24="})
    void clientContextThatIsNotJsonIsRefused(String context) {
        try (Endpoint endpoint = echo();
                LambdaClient client = endpoint.client()) {
            assertThatThrownBy(() -> client.invoke(
                            request -> request.functionName("Hello").clientContext(context)))
                    .isInstanceOf(InvalidRequestContentException.class);
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void bodyThatIsNotJsonIsRefused() {
        try (Endpoint endpoint = echo();
                LambdaClient client = endpoint.client()) {
            assertThatThrownBy(() -> client.invoke(
                            request -> request.functionName("Hello").payload(SdkBytes.fromUtf8String("{\"a\": "))))
                    .isInstanceOf(InvalidRequestContentException.class)
                    .hasMessageContaining("Could not parse request body into json");
        }
    }

    @Test
    void getFunctionTellsWhatIsServed() {
        try (Endpoint endpoint = echo();
                LambdaClient client = endpoint.client()) {
            GetFunctionResponse found = client.getFunction(request -> request.functionName("hello-prod"));
            assertThat(found.configuration().functionName()).isEqualTo("Hello");
            assertThat(found.configuration().runtimeAsString()).isEqualTo("python3.11");
            assertThat(found.configuration().timeout()).isEqualTo(3);
            assertThat(client.getFunctionConfiguration(request -> request.functionName("Hello"))
                            .memorySize())
                    .isEqualTo(128);
            assertThatThrownBy(() -> client.getFunction(request -> request.functionName("Other")))
                    .isInstanceOf(ResourceNotFoundException.class);
        }
    }

    /** What a client saw of a streamed answer. */
    private record Streamed(List<String> parts, InvokeWithResponseStreamCompleteEvent end) {

        static Streamed by(LambdaAsyncClient client) {
            List<String> parts = new ArrayList<>();
            CompletableFuture<InvokeWithResponseStreamCompleteEvent> end = new CompletableFuture<>();
            client.invokeWithResponseStream(
                            request -> request.functionName("Hello").logType(LogType.TAIL),
                            InvokeWithResponseStreamResponseHandler.builder()
                                    .subscriber(InvokeWithResponseStreamResponseHandler.Visitor.builder()
                                            .onPayloadChunk(chunk ->
                                                    parts.add(chunk.payload().asUtf8String()))
                                            .onInvokeComplete(end::complete)
                                            .build())
                                    .build())
                    .join();
            return new Streamed(parts, end.join());
        }
    }

    @Test
    void streamedAnswerArrivesInParts() {
        FunctionRunner runner = runner((invocation, stream) -> {
            stream.orElseThrow().begin("text/plain");
            stream.orElseThrow().part("one ".getBytes(StandardCharsets.UTF_8));
            stream.orElseThrow().part("two".getBytes(StandardCharsets.UTF_8));
            return streamed(invocation, Optional.empty(), "");
        });
        try (Endpoint endpoint = new Endpoint(runner);
                LambdaAsyncClient client = endpoint.asyncClient()) {
            Streamed seen = Streamed.by(client);
            assertThat(seen.parts()).containsExactly("one ", "two");
            assertThat(seen.end().errorCode()).isNull();
            assertThat(seen.end().logResult()).isNotNull();
        }
    }

    @Test
    void firstPartArrivesBeforeTheLastIsMade() {
        CompletableFuture<Void> firstSeen = new CompletableFuture<>();
        FunctionRunner runner = runner((invocation, stream) -> {
            stream.orElseThrow().part("first".getBytes(StandardCharsets.UTF_8));
            firstSeen.join();
            stream.orElseThrow().part("last".getBytes(StandardCharsets.UTF_8));
            return streamed(invocation, Optional.empty(), "");
        });
        try (Endpoint endpoint = new Endpoint(runner);
                LambdaAsyncClient client = endpoint.asyncClient()) {
            client.invokeWithResponseStream(
                            request -> request.functionName("Hello"),
                            InvokeWithResponseStreamResponseHandler.builder()
                                    .subscriber(InvokeWithResponseStreamResponseHandler.Visitor.builder()
                                            .onPayloadChunk(chunk -> firstSeen.complete(null))
                                            .build())
                                    .build())
                    .join();
        }
        assertThat(firstSeen).isDone();
    }

    @Test
    void answerThatIsNotStreamedIsOnePart() {
        try (Endpoint endpoint = echo();
                LambdaAsyncClient client = endpoint.asyncClient()) {
            assertThat(Streamed.by(client).parts()).containsExactly("{}");
        }
    }

    @Test
    void errorInTheMiddleOfAStreamIsInItsEnd() {
        FunctionRunner runner = runner((invocation, stream) -> {
            stream.orElseThrow().part("begun".getBytes(StandardCharsets.UTF_8));
            return streamed(invocation, Optional.of("ValueError"), "{\"errorType\":\"ValueError\"}");
        });
        try (Endpoint endpoint = new Endpoint(runner);
                LambdaAsyncClient client = endpoint.asyncClient()) {
            Streamed seen = Streamed.by(client);
            assertThat(seen.parts()).containsExactly("begun");
            assertThat(seen.end().errorCode()).isEqualTo("ValueError");
            assertThat(seen.end().errorDetails()).contains("errorType");
        }
    }

    private static HttpResponse<String> send(Endpoint endpoint, String method, String path)
            throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(endpoint.api.address().url() + path))
                                .method(method, HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void otherPathsAndMethodsAreRefused() throws Exception {
        try (Endpoint endpoint = echo()) {
            assertThat(send(endpoint, "GET", "/nothing").statusCode()).isEqualTo(404);
            HttpResponse<String> get = send(endpoint, "GET", "/2015-03-31/functions/Hello/invocations");
            assertThat(get.statusCode()).isEqualTo(405);
            assertThat(get.headers().firstValue("allow")).contains("POST");
            assertThat(get.headers().firstValue("x-amzn-errortype")).contains("MethodNotAllowedException");
            assertThat(get.body()).isEqualTo("{\"Type\":\"User\",\"Message\":\"This path takes another method\"}");
        }
    }

    @Test
    void unknownInvocationTypeIsRefused() throws Exception {
        try (Endpoint endpoint = echo();
                LambdaClient client = endpoint.client()) {
            assertThatThrownBy(() -> client.invoke(
                            request -> request.functionName("Hello").invocationType("Someday")))
                    .isInstanceOf(InvalidParameterValueException.class);
            assertThatThrownBy(() -> client.invoke(
                            request -> request.functionName("Hello").logType("Head")))
                    .isInstanceOf(InvalidParameterValueException.class);
        }
    }

    @Test
    void functionThatCannotStartIsAServiceError() {
        FunctionRunner broken = (function, log) -> {
            throw new SamException("no interpreter", "install it", null);
        };
        try (Endpoint endpoint = new Endpoint(broken);
                LambdaClient client = endpoint.client()) {
            LambdaException failed = catchThrowableOfType(
                    LambdaException.class, () -> client.invoke(request -> request.functionName("Hello")));
            assertThat(failed.statusCode()).isEqualTo(500);
            assertThat(failed.getMessage()).contains("no interpreter");
        }
    }

    @Test
    void manyCallersAtOnceGetTheirOwnAnswers() {
        AtomicInteger most = new AtomicInteger();
        AtomicInteger now = new AtomicInteger();
        ScriptedRunner runner = new ScriptedRunner((environment, invocation) -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            Thread.onSpinWait();
            now.decrementAndGet();
            return invocation.payload();
        });
        try (Endpoint endpoint = new Endpoint(runner, AsyncOptions.of(4), new PoolOptions(WarmMode.LAZY, 1, 4));
                LambdaAsyncClient client = endpoint.asyncClient()) {
            List<CompletableFuture<InvokeResponse>> answers = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                String event = Integer.toString(i);
                answers.add(client.invoke(
                        request -> request.functionName("Hello").payload(SdkBytes.fromUtf8String(event))));
            }
            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i).join().payload().asUtf8String()).isEqualTo(Integer.toString(i));
            }
        }
        assertThat(most.get()).isLessThanOrEqualTo(4);
    }

    @Test
    void stopLetsCallsEndAndRefusesNewOnes() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        ScriptedRunner runner = new ScriptedRunner((environment, invocation) -> {
            begun.countDown();
            goOn.await();
            return invocation.payload();
        });
        try (Endpoint endpoint = new Endpoint(runner);
                LambdaAsyncClient client = endpoint.asyncClient()) {
            CompletableFuture<InvokeResponse> running = client.invoke(request -> request.functionName("Hello"));
            begun.await();
            CompletableFuture<Void> stopped =
                    CompletableFuture.runAsync(() -> endpoint.api.stop(Duration.ofSeconds(60)));
            int status = 0;
            while (status != 503) {
                status = send(endpoint, "GET", "/2015-03-31/functions/Hello").statusCode();
            }
            goOn.countDown();
            assertThat(running.join().payload().asUtf8String()).isEqualTo("{}");
            stopped.join();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 70000, There is no port 70000, Ports go up to 65535",
        "192.0.2.1, 3001, http://192.0.2.1:3001 cannot be listened on, an address of this machine",
    })
    void addressThatCannotBeIsSaidPlainly(String host, int port, String wrong, String wayOut) {
        LambdaApi.Content content = new LambdaApi.Content(
                null, io.github.sammaven.core.function.FunctionAliases.none(), "eu-central-1", AsyncOptions.of(1));
        assertThatThrownBy(() -> LambdaApi.start(
                        new ListenAddress(host, port), content, event -> {}, java.time.Clock.systemUTC()))
                .isInstanceOf(SamException.class)
                .hasMessageContaining(wrong)
                .hasMessageContaining(wayOut);
    }

    @Test
    void portInUseIsSaidPlainly() {
        try (Endpoint endpoint = echo()) {
            int port = endpoint.api.address().port();
            LambdaApi.Content content = new LambdaApi.Content(
                    null, io.github.sammaven.core.function.FunctionAliases.none(), "eu-central-1", AsyncOptions.of(1));
            assertThatThrownBy(() -> LambdaApi.start(
                            new ListenAddress(ListenAddress.LOOPBACK, port),
                            content,
                            endpoint.events::add,
                            java.time.Clock.systemUTC()))
                    .isInstanceOf(SamException.class)
                    .hasMessageContaining("Port " + port + " of 127.0.0.1 cannot be listened on")
                    .hasMessageContaining("0 takes a free one");
        }
    }
}

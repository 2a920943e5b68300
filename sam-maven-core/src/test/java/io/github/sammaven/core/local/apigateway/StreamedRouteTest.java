package io.github.sammaven.core.local.apigateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.local.apigateway.model.ApiKind;
import io.github.sammaven.core.local.apigateway.model.Integration;
import io.github.sammaven.core.local.apigateway.model.PayloadVersion;
import io.github.sammaven.core.local.invoke.FunctionEnvironment;
import io.github.sammaven.core.local.invoke.Invocation;
import io.github.sammaven.core.local.invoke.InvocationResult;
import io.github.sammaven.core.local.invoke.ResponseStream;
import io.github.sammaven.core.local.invoke.ScriptedRunner;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StreamedRouteTest {

    private static final String PRELUDE = "application/vnd.awslambda.http-integration-response";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final TestGateway gateway = new TestGateway();

    @AfterEach
    void stop() {
        gateway.close();
    }

    private void start(Duration timeout, Consumer<ResponseStream> script) {
        gateway.with(TestGateway.api(
                        ApiKind.REST,
                        "Orders",
                        TestGateway.route(
                                "GET", "/stream", new Integration.Function("Hello", PayloadVersion.V1, timeout, true))))
                .with((function, log) -> new FunctionEnvironment() {
                    @Override
                    public InvocationResult invoke(Invocation invocation) {
                        throw new IllegalStateException("is streamed");
                    }

                    @Override
                    public InvocationResult invoke(Invocation invocation, ResponseStream stream) {
                        script.accept(stream);
                        InvocationResult whole = ScriptedRunner.result(invocation, new byte[0], Optional.empty());
                        return new InvocationResult(
                                whole.requestId(),
                                whole.payload(),
                                PRELUDE,
                                true,
                                Optional.empty(),
                                whole.report(),
                                false);
                    }

                    @Override
                    public void close() {
                        // Holds nothing.
                    }
                })
                .start();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private HttpRequest request() {
        return HttpRequest.newBuilder(URI.create(gateway.url() + "/stream")).build();
    }

    @Test
    void partsArePassedOnAsTheyCome() throws Exception {
        CountDownLatch firstRead = new CountDownLatch(1);
        start(TestGateway.PATIENCE, stream -> {
            stream.begin(PRELUDE);
            stream.part(bytes("{\"statusCode\":201,\"headers\":{\"X-Own\":\"yes\"}}\0\0\0\0\0\0\0\0one"));
            await(firstRead);
            stream.part(bytes("two"));
        });
        HttpResponse<InputStream> answer = client.send(request(), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("x-own")).contains("yes");
        assertThat(answer.body().readNBytes(3)).isEqualTo(bytes("one"));
        firstRead.countDown();
        assertThat(answer.body().readAllBytes()).isEqualTo(bytes("two"));
        assertThat(gateway.access().bytesOut()).isEqualTo(6);
        assertThat(gateway.journaled().response()).isEqualTo(bytes("onetwo"));
    }

    @Test
    void timeIsOverOnlyBeforeTheAnswerBegins() throws Exception {
        CountDownLatch late = new CountDownLatch(1);
        start(Duration.ofMillis(20), stream -> {
            await(late);
            stream.begin("text/plain");
            stream.part(bytes("too late"));
        });
        HttpResponse<String> answer = client.send(request(), HttpResponse.BodyHandlers.ofString());
        late.countDown();
        assertThat(answer.statusCode()).isEqualTo(504);
        assertThat(answer.body()).doesNotContain("too late");
        assertThat(gateway.journaled().status()).isEqualTo(504);
    }

    @Test
    void preludeThatMakesNoSenseIsAnError() throws Exception {
        start(TestGateway.PATIENCE, stream -> {
            stream.begin(PRELUDE);
            stream.part(bytes("nonsense\0\0\0\0\0\0\0\0body"));
        });
        HttpResponse<String> answer = client.send(request(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body()).isEqualTo("{\"message\": \"Internal server error\"}");
        assertThat(gateway.access().detail()).contains("makes no response");
    }

    @Test
    void functionGoesOnWhenTheClientHasGone() throws Exception {
        CountDownLatch clientGone = new CountDownLatch(1);
        start(TestGateway.PATIENCE, stream -> {
            stream.begin("text/plain");
            stream.part(bytes("one"));
            await(clientGone);
            for (int i = 0; i < 200; i++) {
                stream.part(new byte[64 * 1024]);
            }
        });
        try (InputStream body = client.send(request(), HttpResponse.BodyHandlers.ofInputStream())
                .body()) {
            body.readNBytes(3);
        }
        clientGone.countDown();
        assertThat(gateway.journaled().call()).isPresent();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

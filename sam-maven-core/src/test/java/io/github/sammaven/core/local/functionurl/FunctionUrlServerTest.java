package io.github.sammaven.core.local.functionurl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.core.local.http.ListenAddress;
import io.github.sammaven.core.local.invoke.CallByCallLogs;
import io.github.sammaven.core.local.invoke.FunctionEnvironment;
import io.github.sammaven.core.local.invoke.FunctionRunner;
import io.github.sammaven.core.local.invoke.FunctionService;
import io.github.sammaven.core.local.invoke.Invocation;
import io.github.sammaven.core.local.invoke.InvocationResult;
import io.github.sammaven.core.local.invoke.PoolOptions;
import io.github.sammaven.core.local.invoke.ResponseStream;
import io.github.sammaven.core.local.invoke.ScriptedRunner;
import io.github.sammaven.core.local.invoke.WarmMode;
import io.github.sammaven.core.report.RequestServed;
import io.github.sammaven.core.report.SamEvent;
import io.github.sammaven.core.template.LocalValues;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import io.github.sammaven.core.template.TemplateResolver;
import io.github.sammaven.core.transform.SamTransformer;
import io.github.sammaven.core.transform.context.TransformOptions;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class FunctionUrlServerTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochMilli(1_583_348_638_390L), ZoneOffset.UTC);
    private static final String PRELUDE_TYPE = "application/vnd.awslambda.http-integration-response";

    private final BlockingQueue<SamEvent> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<byte[]> invoked = new LinkedBlockingQueue<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private Runnable stop = () -> {};

    @AfterEach
    void stopServer() {
        stop.run();
    }

    /** @param config lines below {@code FunctionUrlConfig} */
    private URI serve(String config, boolean unsignedAllowed, FunctionRunner runner) {
        Template template =
                new TemplateReader().parse("""
                        Transform: AWS::Serverless-2016-10-31
                        Resources:
                          Hello:
                            Type: AWS::Serverless::Function
                            Properties:
                              Runtime: python3.11
                              Handler: app.handler
                              InlineCode: x
                              AutoPublishAlias: live
                              FunctionUrlConfig: {%s}
                        """.formatted(config), Path.of("template.yaml"), "template.yaml");
        FunctionCatalog catalog = FunctionCatalog.of(template, new TemplateResolver(template, LocalValues.defaults()));
        Template transformed = new SamTransformer()
                .transform(template, TransformOptions.offline("eu-central-1", Map.of()))
                .orThrow();
        FunctionUrl url = FunctionUrl.of(
                        transformed, new TemplateResolver(transformed, LocalValues.defaults()), catalog)
                .get(0);
        FunctionService functions = FunctionService.open(
                catalog,
                List.of(ScriptedRunner.function("Hello")),
                runner,
                new CallByCallLogs(line -> {}),
                PoolOptions.of(WarmMode.LAZY));
        FunctionUrlServer server = FunctionUrlServer.start(
                new ListenAddress(ListenAddress.LOOPBACK, 0), url, functions, unsignedAllowed, events::add, CLOCK);
        stop = () -> {
            server.stop(Duration.ofSeconds(5));
            functions.close();
        };
        return URI.create(server.address().url());
    }

    private FunctionRunner answering(String answer) {
        return new ScriptedRunner((environment, invocation) -> {
            invoked.add(invocation.payload());
            return answer.getBytes(StandardCharsets.UTF_8);
        });
    }

    private URI open(String answer) {
        return serve("AuthType: NONE", false, answering(answer));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode event() throws IOException, InterruptedException {
        return MAPPER.readTree(invoked.take());
    }

    @Test
    void requestBecomesAnEvent() throws Exception {
        URI base = open("{}");
        send(HttpRequest.newBuilder(base.resolve("/a/b%20c?x=1&x=2&y="))
                .header("Cookie", "one=1; two=2")
                .header("X-Twice", "a")
                .header("X-Twice", "b")
                .header("User-Agent", "test")
                .header("Content-Type", "application/json; charset=utf-8")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"ä\": 1}")));
        JsonNode event = event();
        assertThat(event.path("version").asText()).isEqualTo("2.0");
        assertThat(event.path("routeKey").asText()).isEqualTo("$default");
        assertThat(event.path("rawPath").asText()).isEqualTo("/a/b c");
        assertThat(event.path("rawQueryString").asText()).isEqualTo("x=1&x=2&y=");
        assertThat(event.path("cookies").toString()).isEqualTo("[\"one=1\",\"two=2\"]");
        assertThat(event.path("queryStringParameters").toString()).isEqualTo("{\"x\":\"1,2\",\"y\":\"\"}");
        assertThat(event.path("headers").path("x-twice").asText()).isEqualTo("a,b");
        assertThat(event.path("headers").has("cookie")).isFalse();
        assertThat(event.path("body").asText()).isEqualTo("{\"ä\": 1}");
        assertThat(event.path("isBase64Encoded").asBoolean()).isFalse();
        JsonNode context = event.path("requestContext");
        assertThat(context.path("accountId").asText()).isEqualTo("anonymous");
        assertThat(context.path("domainName").asText()).isEqualTo("hello.lambda-url.eu-central-1.on.aws");
        assertThat(context.path("http").path("method").asText()).isEqualTo("PUT");
        assertThat(context.path("http").path("path").asText()).isEqualTo("/a/b c");
        assertThat(context.path("http").path("sourceIp").asText()).isEqualTo("127.0.0.1");
        assertThat(context.path("http").path("userAgent").asText()).isEqualTo("test");
        assertThat(context.path("time").asText()).isEqualTo("04/Mar/2020:19:03:58 +0000");
        assertThat(context.path("timeEpoch").asLong()).isEqualTo(1_583_348_638_390L);
        assertThat(context.has("authorizer")).isFalse();
    }

    @Test
    void requestWithoutMoreHasNoMore() throws Exception {
        send(HttpRequest.newBuilder(open("{}")));
        JsonNode event = event();
        assertThat(event.has("body")).isFalse();
        assertThat(event.has("cookies")).isFalse();
        assertThat(event.has("queryStringParameters")).isFalse();
        assertThat(event.path("rawQueryString").asText()).isEmpty();
    }

    @Test
    void binaryBodyIsEncoded() throws Exception {
        send(HttpRequest.newBuilder(open("{}"))
                .header("Content-Type", "image/png")
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[] {1, 2, 3})));
        JsonNode event = event();
        assertThat(event.path("body").asText()).isEqualTo("AQID");
        assertThat(event.path("isBase64Encoded").asBoolean()).isTrue();
    }

    @Test
    void describedAnswerBecomesTheResponse() throws Exception {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(open("""
                {"statusCode": 201, "headers": {"X-Own": "yes", "Content-Type": "text/plain"},
                 "cookies": ["a=1", "b=2; Secure"], "body": "done"}
                """)));
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo("done");
        assertThat(answer.headers().firstValue("x-own")).contains("yes");
        assertThat(answer.headers().firstValue("content-type")).contains("text/plain");
        assertThat(answer.headers().allValues("set-cookie")).containsExactly("a=1", "b=2; Secure");
    }

    @Test
    void encodedAnswerIsDecoded() throws Exception {
        URI base = open("{\"statusCode\": 200, \"isBase64Encoded\": true, \"body\": \"AAEC\"}");
        byte[] body = client.send(HttpRequest.newBuilder(base).build(), HttpResponse.BodyHandlers.ofByteArray())
                .body();
        assertThat(body).containsExactly(0, 1, 2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"\"Hello\" | Hello", "{\"a\": 1} | {\"a\": 1}", "[1, 2] | [1, 2]", "7 | 7", "null | null"})
    void otherAnswersAreTheBody(String answer, String body) throws Exception {
        HttpResponse<String> response = send(HttpRequest.newBuilder(open(answer)));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("content-type")).contains("application/json");
        assertThat(response.body()).isEqualTo(body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "{\"statusCode\": \"many\"}",
                "{\"statusCode\": 99}",
                "{\"statusCode\": 200, \"isBase64Encoded\": true, \"body\": \"?\"}"
            })
    void answerThatMakesNoSenseIsABadGateway(String answer) throws Exception {
        HttpResponse<String> response = send(HttpRequest.newBuilder(open(answer)));
        assertThat(response.statusCode()).isEqualTo(502);
        assertThat(response.body()).isEqualTo("Internal Server Error");
    }

    @Test
    void failedFunctionIsABadGatewayAndItsErrorIsInTheLineOfTheRequest() throws Exception {
        FunctionRunner failing = streaming((invocation, stream) -> ScriptedRunner.result(
                invocation,
                "{\"errorType\":\"ValueError\"}".getBytes(StandardCharsets.UTF_8),
                Optional.of("ValueError")));
        HttpResponse<String> response = send(HttpRequest.newBuilder(serve("AuthType: NONE", false, failing)));
        assertThat(response.statusCode()).isEqualTo(502);
        assertThat(((RequestServed) events.take()).detail()).isEqualTo("Hello failed: ValueError");
    }

    @Test
    void eventOverTheLimitIsRefused() throws Exception {
        URI base = open("{}");
        HttpResponse<String> response = send(HttpRequest.newBuilder(base)
                .header("Content-Type", "image/png")
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[4_718_592])));
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).contains("Request must be smaller than 6291456 bytes");
        assertThat(invoked).isEmpty();
        assertThat(send(HttpRequest.newBuilder(base)
                                .header("Content-Type", "image/png")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[4_717_056])))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void unsignedRequestIsForbiddenWhereIamIsAskedFor() throws Exception {
        HttpResponse<String> response =
                send(HttpRequest.newBuilder(serve("AuthType: AWS_IAM", false, answering("{}"))));
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).isEqualTo("{\"Message\":\"Forbidden\"}");
        assertThat(invoked).isEmpty();
    }

    @Test
    void signedRequestPassesWithItsIdentity() throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(serve("AuthType: AWS_IAM", false, answering("{}")))
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=AKID/20200304/eu-central-1/lambda/aws4_request, "
                                + "SignedHeaders=host, Signature=00");
        assertThat(send(request).statusCode()).isEqualTo(200);
        JsonNode iam = event().path("requestContext").path("authorizer").path("iam");
        assertThat(iam.path("accessKey").asText()).isEqualTo("AKID");
    }

    @Test
    void unsignedRequestPassesWhenThatIsAllowed() throws Exception {
        assertThat(send(HttpRequest.newBuilder(serve("AuthType: AWS_IAM", true, answering("{}"))))
                        .statusCode())
                .isEqualTo(200);
    }

    private static final String CORS =
            "AuthType: NONE, Cors: {AllowOrigins: ['https://a.example'], AllowMethods: [GET, PUT],"
                    + " AllowHeaders: [x-a], ExposeHeaders: [x-b], AllowCredentials: true, MaxAge: 60}";

    private static HttpRequest.Builder preflight(URI base, String origin) {
        return HttpRequest.newBuilder(base)
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "PUT")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody());
    }

    @Test
    void preflightIsAnsweredWithoutTheFunction() throws Exception {
        URI base = serve(CORS, false, answering("{}"));
        HttpResponse<String> response = send(preflight(base, "https://a.example"));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("access-control-allow-origin")).contains("https://a.example");
        assertThat(response.headers().firstValue("access-control-allow-methods"))
                .contains("GET,PUT");
        assertThat(response.headers().firstValue("access-control-allow-headers"))
                .contains("x-a");
        assertThat(response.headers().firstValue("access-control-allow-credentials"))
                .contains("true");
        assertThat(response.headers().firstValue("access-control-max-age")).contains("60");
        assertThat(send(preflight(base, "https://b.example")).headers().map())
                .doesNotContainKey("access-control-allow-origin");
        assertThat(invoked).isEmpty();
    }

    @Test
    void corsOfTheUrlWinsOverThatOfTheFunction() throws Exception {
        URI base = serve(
                CORS, false, answering("{\"statusCode\": 200, \"headers\": {\"Access-Control-Allow-Origin\": \"*\"}}"));
        HttpResponse<String> response = send(HttpRequest.newBuilder(base).header("Origin", "https://a.example"));
        assertThat(response.headers().allValues("access-control-allow-origin")).containsExactly("https://a.example");
        assertThat(response.headers().firstValue("access-control-expose-headers"))
                .contains("x-b");
    }

    @Test
    void functionAnswersPreflightsWithoutCors() throws Exception {
        send(preflight(open("{}"), "https://a.example"));
        assertThat(event().path("requestContext").path("http").path("method").asText())
                .isEqualTo("OPTIONS");
    }

    private static FunctionRunner streaming(
            BiFunction<Invocation, Optional<ResponseStream>, InvocationResult> handler) {
        return (function, log) -> new FunctionEnvironment() {
            @Override
            public InvocationResult invoke(Invocation invocation) {
                return handler.apply(invocation, Optional.empty());
            }

            @Override
            public InvocationResult invoke(Invocation invocation, ResponseStream stream) {
                return handler.apply(invocation, Optional.of(stream));
            }

            @Override
            public void close() {
                log.line("closed");
            }
        };
    }

    private static InvocationResult of(Invocation invocation, boolean streamed, String contentType, String payload) {
        InvocationResult plain =
                ScriptedRunner.result(invocation, payload.getBytes(StandardCharsets.UTF_8), Optional.empty());
        return new InvocationResult(
                plain.requestId(), plain.payload(), contentType, streamed, Optional.empty(), plain.report(), false);
    }

    private static void part(ResponseStream stream, String text) {
        stream.part(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void streamedAnswerComesAsItIsMade() throws Exception {
        CompletableFuture<Void> firstSeen = new CompletableFuture<>();
        FunctionRunner runner = streaming((invocation, stream) -> {
            ResponseStream out = stream.orElseThrow();
            out.begin(PRELUDE_TYPE);
            part(out, "{\"statusCode\": 206, \"headers\": {\"content-type\": \"text/pl");
            part(out, "ain\"}, \"cookies\": [\"a=1\"]}\0\0\0");
            part(out, "\0\0\0\0\0fi");
            part(out, "rst");
            firstSeen.join();
            part(out, " last");
            return of(invocation, true, PRELUDE_TYPE, "");
        });
        URI base = serve("AuthType: NONE, InvokeMode: RESPONSE_STREAM", false, runner);
        HttpResponse<InputStream> response =
                client.send(HttpRequest.newBuilder(base).build(), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(206);
        assertThat(response.headers().firstValue("content-type")).contains("text/plain");
        assertThat(response.headers().firstValue("set-cookie")).contains("a=1");
        assertThat(new String(response.body().readNBytes(5), StandardCharsets.UTF_8))
                .isEqualTo("first");
        firstSeen.complete(null);
        assertThat(new String(response.body().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(" last");
    }

    @Test
    void streamWithoutPreludeKeepsItsType() throws Exception {
        FunctionRunner runner = streaming((invocation, stream) -> {
            stream.orElseThrow().begin("text/csv");
            part(stream.orElseThrow(), "a,b");
            return of(invocation, true, "text/csv", "");
        });
        HttpResponse<String> response =
                send(HttpRequest.newBuilder(serve("AuthType: NONE, InvokeMode: RESPONSE_STREAM", false, runner)));
        assertThat(response.headers().firstValue("content-type")).contains("text/csv");
        assertThat(response.body()).isEqualTo("a,b");
    }

    @Test
    void preludeCountsInACollectedAnswerToo() throws Exception {
        FunctionRunner runner = streaming((invocation, stream) -> {
            assertThat(stream).isEmpty();
            return of(invocation, false, PRELUDE_TYPE, "{\"statusCode\": 404}\0\0\0\0\0\0\0\0nobody");
        });
        HttpResponse<String> response = send(HttpRequest.newBuilder(serve("AuthType: NONE", false, runner)));
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).isEqualTo("nobody");
    }
}

package io.github.sammaven.core.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.function.Architecture;
import io.github.sammaven.core.local.invoke.FunctionPackage;
import io.github.sammaven.core.local.invoke.Invocation;
import io.github.sammaven.core.local.invoke.InvocationResult;
import io.github.sammaven.core.local.invoke.LocalFunction;
import io.github.sammaven.core.problem.InvalidOptionException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The state machine of an environment, with a runtime that speaks raw HTTP. */
@Timeout(30)
class RuntimeEnvironmentTest {

    private static final String INIT_ERROR = "/2018-06-01/runtime/init/error";

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final ScriptedSandbox sandbox = new ScriptedSandbox();

    static LocalFunction function(Duration timeout, boolean snapStart) {
        return new LocalFunction(
                "Hello",
                "hello",
                new FunctionPackage.Zip("java17", "app.Handler", Path.of("."), List.of()),
                Architecture.X86_64,
                128,
                timeout,
                Map.of(),
                snapStart,
                "eu-central-1",
                "123456789012");
    }

    private RuntimeEnvironment start() {
        return RuntimeEnvironment.start(function(Duration.ofSeconds(20), false), sandbox, lines::add);
    }

    private InvocationResult once() {
        try (RuntimeEnvironment environment = start()) {
            return call(environment);
        }
    }

    private static InvocationResult call(RuntimeEnvironment environment) {
        return environment.invoke(new Invocation("id-1", bytes("{}"), Optional.empty(), Optional.empty()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private InvocationResult answeredWith(byte[] answer, String... headers) {
        sandbox.runtime(api -> {
            api.post(RawHttp.path(api.next(), "response"), answer, headers);
            api.next();
        });
        return once();
    }

    @Test
    void eventCarriesIdentityAndTenant() throws Exception {
        BlockingQueue<RawHttp.Answer> events = new LinkedBlockingQueue<>();
        sandbox.runtime(api -> {
            RawHttp.Answer event = api.next();
            events.add(event);
            api.post(RawHttp.path(event, "response"), "1");
            api.next();
        });
        try (RuntimeEnvironment environment = start()) {
            environment.invoke(new Invocation(
                    "id-1",
                    bytes("{}"),
                    Optional.of("{\"custom\":{}}"),
                    Optional.of("Root=1"),
                    Optional.of("{\"cognitoIdentityId\":\"i\",\"cognitoIdentityPoolId\":\"p\"}"),
                    Optional.of("tenant-1")));
        }
        RawHttp.Answer event = events.take();
        assertThat(event.header("Lambda-Runtime-Cognito-Identity"))
                .isEqualTo("{\"cognitoIdentityId\":\"i\",\"cognitoIdentityPoolId\":\"p\"}");
        assertThat(event.header("Lambda-Runtime-Aws-Tenant-Id")).isEqualTo("tenant-1");
        assertThat(event.header("Lambda-Runtime-Client-Context")).isEqualTo("{\"custom\":{}}");
        assertThat(event.header("Lambda-Runtime-Trace-Id")).isEqualTo("Root=1");
        assertThat(event.header("Content-Type")).isEqualTo("application/json");
    }

    @Test
    void textThatIsNoJsonIsPassedOn() {
        InvocationResult result = answeredWith(bytes("no json"), "Content-Type: text/plain");
        assertThat(result.payloadText()).isEqualTo("no json");
        assertThat(result.contentType()).isEqualTo("text/plain");
        assertThat(result.functionError()).isEmpty();
    }

    @Test
    void emptyAnswerIsPassedOn() {
        InvocationResult result = answeredWith(new byte[0]);
        assertThat(result.payload()).isEmpty();
        assertThat(result.functionError()).isEmpty();
    }

    @Test
    void binaryAnswerIsPassedOn() {
        byte[] answer = new byte[70_000];
        new Random(1).nextBytes(answer);
        assertThat(answeredWith(answer).payload()).isEqualTo(answer);
    }

    @Test
    void answerUpToTheLimitIsPassedOn() {
        byte[] answer = new byte[6_291_556];
        Arrays.fill(answer, (byte) 'x');
        assertThat(answeredWith(answer).payload()).isEqualTo(answer);
    }

    @Test
    void answerOverTheLimitIsAnErrorWithItsSize() throws Exception {
        BlockingQueue<RawHttp.Answer> told = new LinkedBlockingQueue<>();
        sandbox.runtime(api -> {
            told.add(api.post(RawHttp.path(api.next(), "response"), new byte[6_291_557]));
            api.next();
        });
        InvocationResult result = once();
        assertThat(told.take().status()).isEqualTo(413);
        assertThat(result.functionError()).contains("Function.ResponseSizeTooLarge");
        assertThat(result.payloadText())
                .isEqualTo("{\"errorType\":\"Function.ResponseSizeTooLarge\",\"errorMessage\":\"Response payload size"
                        + " (6291557 bytes) exceeded maximum allowed payload size (6291556 bytes).\"}");
    }

    @Test
    void eventUpToTheLimitIsDelivered() throws Exception {
        sandbox.runtime(api -> {
            RawHttp.Answer event = api.next();
            api.post(
                    RawHttp.path(event, "response"),
                    Integer.toString(event.body().length()));
            api.next();
        });
        try (RuntimeEnvironment environment = start()) {
            byte[] event = new byte[6_291_456];
            Arrays.fill(event, (byte) 'x');
            assertThat(environment.invoke(Invocation.of(event)).payloadText()).isEqualTo("6291456");
        }
    }

    @Test
    void eventOverTheLimitIsRefusedBeforeTheRuntimeSeesIt() {
        sandbox.runtime(ScriptedSandbox.answering("1"));
        try (RuntimeEnvironment environment = start()) {
            assertThatThrownBy(() -> environment.invoke(Invocation.of(new byte[6_291_457])))
                    .isInstanceOf(InvalidOptionException.class)
                    .hasMessageContaining("6,291,457 bytes");
            assertThat(call(environment).payloadText()).isEqualTo("1");
        }
    }

    @Test
    void callsOutOfTurnAreRefusedAndDoNoHarm() throws Exception {
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        sandbox.runtime(api -> {
            RawHttp.Answer event = api.next();
            told.add(api.next().body());
            told.add(api.post(INIT_ERROR, "{}").body());
            told.add(api.get("/2018-06-01/runtime/restore/next").body());
            told.add(api.post("/2018-06-01/runtime/invocation/other/response", "x")
                    .body());
            told.add(api.post("/2018-06-01/runtime/invocation//error", "x").body());
            api.post(RawHttp.path(event, "response"), "first");
            told.add(api.post(RawHttp.path(event, "response"), "second").body());
            told.add(api.post(RawHttp.path(event, "error"), "{}").body());
            api.next();
        });
        assertThat(once().payloadText()).isEqualTo("first");
        List<String> refusals = List.copyOf(told);
        assertThat(refusals).hasSize(7);
        assertThat(refusals.subList(0, 3)).allMatch(body -> body.contains("\"InvalidStateTransition\""));
        assertThat(refusals.subList(3, 7)).allMatch(body -> body.contains("\"InvalidRequestID\""));
    }

    @ParameterizedTest
    @CsvSource({
        "Lambda-Runtime-Function-Error-Type: Runtime.UnmarshalError, '{}', Runtime.UnmarshalError",
        "Lambda-Runtime-Function-Error-Type: strange, '{}', Function.Unknown",
        "X-Other: 1, '{\"errorType\":\"MyError\"}', MyError",
        "X-Other: 1, 'no json', Function.Unknown"
    })
    void errorHasTheTypeOfItsDocumentElseOfItsCategory(String header, String body, String type) {
        sandbox.runtime(api -> {
            api.post(RawHttp.path(api.next(), "error"), body, header);
            api.next();
        });
        InvocationResult result = once();
        assertThat(result.functionError()).contains(type);
        assertThat(result.payloadText()).isEqualTo(body);
        assertThat(lines).last().asString().doesNotContain("Status");
    }

    @Test
    void causeBesideTheErrorIsTakenOff() {
        sandbox.runtime(api -> {
            String body =
                    "{\"errorMessage\":\"m\",\"errorType\":\"T\",\"stackTrace\":[\"a\"],\"errorCause\":{\"x\":1}}";
            api.post(
                    RawHttp.path(api.next(), "error"),
                    body,
                    "Content-Type: application/vnd.aws.lambda.error.cause+json",
                    "Lambda-Runtime-Function-XRay-Error-Cause: {\"a\":\"" + "x".repeat(65_536) + "\"}");
            api.next();
        });
        assertThat(once().payloadText())
                .isEqualTo("{\"errorMessage\":\"m\",\"errorType\":\"T\",\"stackTrace\":[\"a\"]}");
    }

    @Test
    void errorOverOneMebibyteIsToldByItsSize() throws Exception {
        BlockingQueue<RawHttp.Answer> told = new LinkedBlockingQueue<>();
        sandbox.runtime(api -> {
            told.add(api.post(
                    RawHttp.path(api.next(), "error"),
                    new byte[1_048_577],
                    "Lambda-Runtime-Function-Error-Type: Function.Large"));
            api.next();
        });
        InvocationResult result = once();
        assertThat(told.take().status()).isEqualTo(413);
        assertThat(result.functionError()).contains("Function.Large");
        assertThat(result.payloadText()).contains("(1048577 bytes)", "(1048576 bytes)");
    }

    @Test
    void unknownResponseModeIsToldToBothSides() throws Exception {
        BlockingQueue<RawHttp.Answer> told = new LinkedBlockingQueue<>();
        sandbox.runtime(api -> {
            RawHttp.Answer event = api.next();
            told.add(api.post(RawHttp.path(event, "response"), "x", "Lambda-Runtime-Function-Response-Mode: strange"));
            api.next();
        });
        assertThat(once().functionError()).contains("Runtime.InvalidResponseModeHeader");
        RawHttp.Answer refusal = told.take();
        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.body()).contains("\"InvalidFunctionResponseMode\"");
    }

    @Test
    void exitDuringACallIsAnErrorAndTheNextCallStartsAnew() {
        sandbox.runtime(api -> {
            api.next();
            throw new IllegalStateException("exit 1");
        });
        sandbox.runtime(RawHttp::next).runtime(ScriptedSandbox.answering("again"));
        try (RuntimeEnvironment environment = start()) {
            InvocationResult result = call(environment);
            assertThat(result.functionError()).contains("Runtime.ExitError");
            assertThat(result.payloadText())
                    .isEqualTo("{\"errorType\":\"Runtime.ExitError\",\"errorMessage\":"
                            + "\"RequestId: id-1 Error: Runtime exited with error: exit status 1\"}");
            assertThat(lines).last().asString().endsWith("\tStatus: error\tError Type: Runtime.ExitError");
            assertThat(call(environment).payloadText())
                    .contains("RequestId: id-1 Error: Runtime exited without providing a reason");
            assertThat(call(environment).payloadText()).isEqualTo("again");
        }
    }

    @Test
    void exitBetweenCallsGoesUnnoticed() throws Exception {
        sandbox.runtime(api -> {
            api.post(RawHttp.path(api.next(), "response"), "1");
            api.write("GET " + RawHttp.NEXT + " HTTP/1.1\r\nHost: api\r\n\r\n");
        });
        sandbox.runtime(ScriptedSandbox.answering("2"));
        try (RuntimeEnvironment environment = start()) {
            assertThat(call(environment).payloadText()).isEqualTo("1");
            assertThat(sandbox.ends.take()).isEqualTo("runtime");
            assertThat(call(environment).payloadText()).isEqualTo("2");
            assertThat(lines).noneMatch(line -> line.contains("Status: error"));
        }
    }

    @Test
    void initErrorIsToldAfterASecondTryAndTheNextCallStartsAnew() {
        ScriptedSandbox.Script failing =
                api -> api.post(INIT_ERROR, "{\"errorType\":\"Broken\",\"errorMessage\":\"m\"}");
        sandbox.runtime(failing).runtime(failing).runtime(ScriptedSandbox.answering("fine"));
        try (RuntimeEnvironment environment = start()) {
            InvocationResult result = call(environment);
            assertThat(result.functionError()).contains("Broken");
            assertThat(result.payloadText()).isEqualTo("{\"errorType\":\"Broken\",\"errorMessage\":\"m\"}");
            assertThat(lines.stream().map(line -> line.replaceAll("[\\d.]+ ms", "N ms")))
                    .startsWith(
                            "INIT_REPORT Init Duration: N ms\tPhase: init\tStatus: error\tError Type: Broken",
                            "START RequestId: id-1 Version: $LATEST",
                            "INIT_REPORT Init Duration: N ms\tPhase: invoke\tStatus: error\tError Type: Broken",
                            "END RequestId: id-1");
            InvocationResult second = call(environment);
            assertThat(second.payloadText()).isEqualTo("fine");
            assertThat(second.report().initDuration()).isPresent();
        }
    }

    @Test
    void initThatWorksTheSecondTimeAnswersTheCall() {
        sandbox.runtime(api -> {});
        sandbox.runtime(ScriptedSandbox.answering("fine"));
        InvocationResult result = once();
        assertThat(result.payloadText()).isEqualTo("fine");
        assertThat(result.report().initDuration()).isEmpty();
        assertThat(lines.peek()).contains("Phase: init\tStatus: error\tError Type: Runtime.ExitError");
    }

    @Test
    void initWithinTheCallHasTheTimeOfTheCall() {
        sandbox.runtime(api -> {}).runtime(RawHttp::answer);
        LocalFunction function = function(Duration.ofMillis(150), false);
        try (RuntimeEnvironment environment = RuntimeEnvironment.start(function, sandbox, lines::add)) {
            InvocationResult result = call(environment);
            assertThat(result.timedOut()).isTrue();
            assertThat(result.payloadText()).contains("Task timed out after 0.15 seconds");
            assertThat(result.report().duration()).isEqualTo(Duration.ofMillis(150));
            assertThat(lines).anyMatch(line -> line.contains("Phase: invoke\tStatus: timeout"));
        }
    }

    @Test
    void lateAnswerOfACallThatTimedOutIsRefused() throws Exception {
        BlockingQueue<RawHttp> others = new LinkedBlockingQueue<>();
        BlockingQueue<String> addresses = new LinkedBlockingQueue<>();
        sandbox.runtime(api -> {
            addresses.add(RawHttp.path(api.next(), "response"));
            api.answer();
        });
        sandbox.runtime(ScriptedSandbox.answering("next one"));
        LocalFunction function = function(Duration.ofMillis(200), false);
        try (RuntimeEnvironment environment =
                RuntimeEnvironment.start(function, new AlsoConnected(sandbox, others), lines::add)) {
            InvocationResult result = call(environment);
            assertThat(result.timedOut()).isTrue();
            assertThat(result.functionError()).contains("Sandbox.Timedout");
            assertThat(result.payloadText())
                    .isEqualTo("{\"errorType\":\"Sandbox.Timedout\",\"errorMessage\":"
                            + "\"RequestId: id-1 Error: Task timed out after 0.20 seconds\"}");
            assertThat(lines).anyMatch(line -> line.endsWith("Z id-1 Task timed out after 0.20 seconds"));
            assertThat(lines).last().asString().endsWith("\tStatus: timeout");
            try (RawHttp late = others.take()) {
                assertThat(late.post(addresses.take(), "late").status()).isEqualTo(400);
            }
            assertThat(sandbox.history.poll(5, TimeUnit.SECONDS)).isEqualTo("runtime started");
            assertThat(sandbox.history.poll(5, TimeUnit.SECONDS)).isEqualTo("runtime killed");
            assertThat(environment.invoke(Invocation.of(bytes("{}"))).payloadText())
                    .isEqualTo("next one");
        }
    }
}

package io.github.sammaven.core.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.local.invoke.Invocation;
import io.github.sammaven.core.local.invoke.InvocationResult;
import io.github.sammaven.core.local.invoke.LocalFunction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class ExtensionsTest {

    private static final String ROOT = "/2020-01-01/extension/";
    private static final String BOTH = "{\"events\":[\"INVOKE\",\"SHUTDOWN\"]}";

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    private final ScriptedSandbox sandbox = new ScriptedSandbox();

    private RuntimeEnvironment start() {
        return start(Duration.ofSeconds(20));
    }

    private RuntimeEnvironment start(Duration timeout) {
        LocalFunction function = RuntimeEnvironmentTest.function(timeout, false);
        return RuntimeEnvironment.start(function, sandbox, lines::add);
    }

    private static InvocationResult call(RuntimeEnvironment environment) {
        return environment.invoke(
                new Invocation("id-1", "{}".getBytes(StandardCharsets.UTF_8), Optional.empty(), Optional.of("Root=1")));
    }

    private static String register(RawHttp api, String name, String events) throws Exception {
        RawHttp.Answer answer = api.post(ROOT + "register", events, "Lambda-Extension-Name: " + name);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return "Lambda-Extension-Identifier: " + answer.header("Lambda-Extension-Identifier");
    }

    private static RawHttp.Answer next(RawHttp api, String identifier) throws Exception {
        return api.get(ROOT + "event/next", identifier);
    }

    /** Notes its events until it is told to stop. */
    private ScriptedSandbox.Script noting(String name) {
        return api -> {
            String identifier = register(api, name, BOTH);
            seen.add(name + " registered");
            String event = "";
            while (!event.contains("SHUTDOWN")) {
                RawHttp.Answer answer = next(api, identifier);
                assertThat(answer.header("Lambda-Extension-Event-Identifier")).hasSize(36);
                event = answer.body();
                seen.add(event.replaceAll("(deadlineMs\":)\\d+", "$1N"));
            }
        };
    }

    @Test
    void externalExtensionGetsItsEventsAndTheTimeToEnd() {
        sandbox.extension("watcher", noting("watcher"));
        sandbox.runtime(api -> {
            seen.add("runtime");
            ScriptedSandbox.answering("1").run(api);
        });
        try (RuntimeEnvironment environment = start()) {
            assertThat(call(environment).payloadText()).isEqualTo("1");
        }
        assertThat(seen)
                .containsExactly(
                        "watcher registered",
                        "runtime",
                        "{\"eventType\":\"INVOKE\",\"deadlineMs\":N,\"requestId\":\"id-1\",\"invokedFunctionArn\":"
                                + "\"arn:aws:lambda:eu-central-1:123456789012:function:hello\","
                                + "\"tracing\":{\"type\":\"X-Amzn-Trace-Id\",\"value\":\"Root=1\"}}",
                        "{\"eventType\":\"SHUTDOWN\",\"shutdownReason\":\"spindown\",\"deadlineMs\":N}");
        assertThat(sandbox.history)
                .containsExactly(
                        "watcher started", "runtime started", "runtime terminated", "runtime killed", "closed");
    }

    @Test
    void registrationTellsAboutTheFunction() {
        sandbox.extension("watcher", api -> {
            RawHttp.Answer answer = api.post(
                    ROOT + "register",
                    "{\"events\":[]}",
                    "Lambda-Extension-Name: watcher",
                    "Lambda-Extension-Accept-Feature: accountId");
            seen.add(answer.body());
            next(api, "Lambda-Extension-Identifier: " + answer.header("Lambda-Extension-Identifier"));
        });
        sandbox.runtime(ScriptedSandbox.answering("1"));
        try (RuntimeEnvironment environment = start()) {
            call(environment);
        }
        assertThat(seen)
                .containsExactly("{\"functionName\":\"hello\",\"functionVersion\":\"$LATEST\","
                        + "\"handler\":\"app.Handler\",\"accountId\":\"123456789012\"}");
    }

    @Test
    void callEndsWhenTheExtensionIsDoneToo() {
        CountDownLatch answered = new CountDownLatch(1);
        sandbox.extension("slow", api -> {
            String identifier = register(api, "slow", BOTH);
            next(api, identifier);
            answered.await();
            seen.add("extension done");
            next(api, identifier);
        });
        sandbox.runtime(api -> {
            api.post(RawHttp.path(api.next(), "response"), "1");
            seen.add("runtime done");
            answered.countDown();
            api.next();
        });
        try (RuntimeEnvironment environment = start()) {
            call(environment);
            seen.add("call done");
        }
        assertThat(seen).containsExactly("runtime done", "extension done", "call done");
    }

    @Test
    void internalExtensionTakesPart() {
        CountDownLatch registered = new CountDownLatch(1);
        BlockingQueue<RawHttp> second = new LinkedBlockingQueue<>();
        sandbox.runtime(api -> {
            RawHttp other = second.take();
            String identifier = register(other, "inside", "{\"events\":[\"INVOKE\"]}");
            Thread inside = new Thread(() -> {
                try {
                    registered.countDown();
                    seen.add(next(other, identifier).body().substring(0, 21));
                    next(other, identifier);
                } catch (Exception e) {
                    seen.add("inside ended");
                }
            });
            inside.start();
            registered.await();
            ScriptedSandbox.answering("1").run(api);
        });
        try (RuntimeEnvironment environment = RuntimeEnvironment.start(
                RuntimeEnvironmentTest.function(Duration.ofSeconds(20), false),
                new AlsoConnected(sandbox, second),
                lines::add)) {
            call(environment);
        }
        assertThat(seen).startsWith("{\"eventType\":\"INVOKE\"");
        assertThat(sandbox.history).contains("runtime terminated");
    }

    @Test
    void refusalsHaveTheirNames() {
        sandbox.runtime(api -> {
            String inside = "Lambda-Extension-Name: inside";
            String unknown = "Lambda-Extension-Identifier: 00000000-0000-0000-0000-000000000000";
            List<RawHttp.Answer> answers = List.of(
                    api.post(ROOT + "register", "{\"events\":[]}"),
                    api.post(ROOT + "register", "{\"events\":[\"OTHER\"]}", inside),
                    api.post(ROOT + "register", "no json", inside),
                    api.post(ROOT + "register", BOTH, inside),
                    api.get(ROOT + "event/next"),
                    api.get(ROOT + "event/next", "Lambda-Extension-Identifier: x"),
                    api.get(ROOT + "event/next", unknown),
                    api.post(ROOT + "init/error", "{}", unknown),
                    api.post(ROOT + "exit/error", "{}"));
            for (RawHttp.Answer answer : answers) {
                seen.add(answer.status() + " " + answer.body().replaceAll(".*errorType\":\"|\"}", ""));
            }
            String identifier = register(api, "inside", "{\"events\":[]}");
            seen.add(api.post(ROOT + "register", "{}", inside).body());
            seen.add(api.post(ROOT + "exit/error", "{}", identifier).body());
            for (int i = 0; i < 9; i++) {
                register(api, "inside-" + i, "{\"events\":[]}");
            }
            seen.add(api.post(ROOT + "register", "{}", "Lambda-Extension-Name: eleventh")
                    .body());
        });
        sandbox.runtime(api -> {
            ScriptedSandbox.answering("1").run(api);
        });
        try (RuntimeEnvironment environment = start()) {
            call(environment);
        }
        assertThat(seen)
                .hasSize(12)
                .startsWith(
                        "403 Extension.InvalidExtensionName",
                        "403 Extension.InvalidEventType",
                        "403 InvalidRequestFormat",
                        "403 Extension.InvalidEventType",
                        "403 Extension.MissingExtensionIdentifier",
                        "403 Extension.InvalidExtensionIdentifier",
                        "403 Extension.UnknownExtensionIdentifier",
                        "403 Extension.UnknownExtensionIdentifier",
                        "403 Extension.MissingExtensionIdentifier");
        List<String> rest = List.copyOf(seen).subList(9, 12);
        assertThat(rest.get(0)).contains("Extension.AlreadyRegistered");
        assertThat(rest.get(1)).contains("Extension.MissingHeader");
        assertThat(rest.get(2)).contains("Extension.TooManyExtensions");
    }

    @Test
    void nobodyRegistersAfterTheInitialisation() {
        BlockingQueue<RawHttp> second = new LinkedBlockingQueue<>();
        sandbox.runtime(api -> {
            RawHttp.Answer event = api.next();
            seen.add(second.take()
                    .post(ROOT + "register", "{\"events\":[]}", "Lambda-Extension-Name: late")
                    .body());
            api.post(RawHttp.path(event, "response"), "1");
            api.next();
        });
        try (RuntimeEnvironment environment = RuntimeEnvironment.start(
                RuntimeEnvironmentTest.function(Duration.ofSeconds(20), false),
                new AlsoConnected(sandbox, second),
                lines::add)) {
            call(environment);
        }
        assertThat(seen).singleElement().asString().contains("Extension.RegistrationClosed");
    }

    @ParameterizedTest
    @CsvSource({"init/error, Extension.InitError", "exit/error, Extension.ExitError", "'', Extension.Crash"})
    void extensionThatFailsToStartFailsTheInitialisation(String call, String type) {
        sandbox.extension("broken", api -> {
            String identifier = register(api, "broken", BOTH);
            if (!call.isEmpty()) {
                api.post(ROOT + call, "{}", identifier, "Lambda-Extension-Function-Error-Type: Extension.Odd");
            }
        });
        sandbox.runtime(ScriptedSandbox.answering("1")).runtime(ScriptedSandbox.answering("1"));
        try (RuntimeEnvironment environment = start()) {
            InvocationResult result = call(environment);
            assertThat(result.functionError()).contains(type);
            assertThat(result.payloadText())
                    .startsWith("{\"errorType\":\"" + type + "\",\"errorMessage\":\"RequestId: id-1 Error: broken: ");
            assertThat(lines).anyMatch(line -> line.endsWith("Phase: init\tStatus: error\tError Type: " + type));
        }
    }

    @ParameterizedTest
    @CsvSource({"exit/error, Extension.ExitError", "'', Extension.Crash"})
    void extensionThatIsLostDuringACallFailsIt(String call, String type) {
        sandbox.extension("broken", api -> {
            String identifier = register(api, "broken", BOTH);
            next(api, identifier);
            if (!call.isEmpty()) {
                api.post(ROOT + call, "{}", identifier, "Lambda-Extension-Function-Error-Type: Extension.Odd");
            }
        });
        sandbox.runtime(api -> {
            api.next();
            api.answer();
        });
        try (RuntimeEnvironment environment = start()) {
            assertThat(call(environment).functionError()).contains(type);
            assertThat(lines).last().asString().endsWith("\tStatus: error\tError Type: " + type);
        }
    }

    @Test
    void extensionThatIsLostBetweenCallsIsStartedAgain() throws Exception {
        CountDownLatch gone = new CountDownLatch(1);
        sandbox.extension("short", api -> {
            String identifier = register(api, "short", "{\"events\":[]}");
            api.write("GET " + ROOT + "event/next HTTP/1.1\r\nHost: api\r\n" + identifier + "\r\n\r\n");
            if (gone.getCount() > 0) {
                gone.await();
            } else {
                api.answer();
            }
        });
        sandbox.runtime(ScriptedSandbox.answering("1")).runtime(ScriptedSandbox.answering("2"));
        try (RuntimeEnvironment environment = start()) {
            assertThat(call(environment).payloadText()).isEqualTo("1");
            gone.countDown();
            assertThat(sandbox.ends.take()).isEqualTo("short");
            assertThat(call(environment).payloadText()).isEqualTo("2");
        }
    }

    @Test
    void extensionIsToldAboutATimeout() {
        sandbox.extension("watcher", noting("watcher"));
        sandbox.runtime(api -> {
            api.next();
            api.answer();
        });
        try (RuntimeEnvironment environment = start(Duration.ofMillis(300))) {
            assertThat(call(environment).timedOut()).isTrue();
        }
        assertThat(seen).last().asString().contains("\"shutdownReason\":\"timeout\"");
        assertThat(sandbox.history).doesNotContain("watcher killed");
    }

    @Test
    void extensionIsToldAboutAFailure() {
        sandbox.extension("watcher", noting("watcher"));
        sandbox.runtime(RawHttp::next);
        try (RuntimeEnvironment environment = start()) {
            assertThat(call(environment).functionError()).contains("Runtime.ExitError");
        }
        assertThat(seen).last().asString().contains("\"shutdownReason\":\"failure\"");
    }

    @Test
    void extensionThatDoesNotEndIsEndedAfterTwoSeconds() {
        sandbox.extension("stubborn", api -> {
            String identifier = register(api, "stubborn", BOTH);
            next(api, identifier);
            next(api, identifier);
            api.answer();
        });
        sandbox.runtime(ScriptedSandbox.answering("1"));
        long before;
        try (RuntimeEnvironment environment = start()) {
            call(environment);
            before = System.nanoTime();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(1_900));
        assertThat(sandbox.history).containsSubsequence("stubborn terminated", "stubborn killed", "closed");
    }

    @Test
    void extensionThatDoesNotWantToKnowIsEndedAtOnce() {
        sandbox.extension("quiet", api -> {
            String identifier = register(api, "quiet", "{\"events\":[\"INVOKE\"]}");
            next(api, identifier);
            next(api, identifier);
        });
        sandbox.runtime(ScriptedSandbox.answering("1"));
        try (RuntimeEnvironment environment = start()) {
            call(environment);
        }
        assertThat(sandbox.history)
                .containsSubsequence("quiet killed", "closed")
                .doesNotContain("quiet terminated");
    }
}

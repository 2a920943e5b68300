package io.github.sammaven.core.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.local.invoke.Invocation;
import io.github.sammaven.core.local.invoke.InvocationResult;
import io.github.sammaven.core.local.invoke.ResponseStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class StreamedAnswerTest {

    private static final String STREAMING = "Lambda-Runtime-Function-Response-Mode: streaming";
    private static final String ERROR_TYPE = "Lambda-Runtime-Function-Error-Type: Function.Midway";

    private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final ScriptedSandbox sandbox = new ScriptedSandbox();

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String errorBody(String json) {
        return "Lambda-Runtime-Function-Error-Body: " + Base64.getEncoder().encodeToString(bytes(json));
    }

    private RuntimeEnvironment start(Duration timeout) {
        return RuntimeEnvironment.start(RuntimeEnvironmentTest.function(timeout, false), sandbox, lines::add);
    }

    private InvocationResult once(ResponseStream stream) {
        try (RuntimeEnvironment environment = start(Duration.ofSeconds(20))) {
            return environment.invoke(new Invocation("id-1", bytes("{}"), Optional.empty(), Optional.empty()), stream);
        }
    }

    /** Keeps what comes, and in which order. */
    private static final class Kept implements ResponseStream {
        private final LinkedBlockingQueue<String> parts = new LinkedBlockingQueue<>();
        private final ByteArrayOutputStream all = new ByteArrayOutputStream();

        @Override
        public void begin(String contentType) {
            parts.add("begin " + contentType);
        }

        @Override
        public void part(byte[] bytes) {
            parts.add(new String(bytes, StandardCharsets.UTF_8));
            all.writeBytes(bytes);
        }
    }

    @Test
    void twoHundredPartsComeInOrderAndAsTheyAreSent() {
        Kept kept = new Kept();
        LinkedBlockingQueue<String> seen = new LinkedBlockingQueue<>();
        ResponseStream signalling = new ResponseStream() {
            @Override
            public void begin(String contentType) {
                kept.begin(contentType);
            }

            @Override
            public void part(byte[] bytes) {
                kept.part(bytes);
                seen.add("");
            }
        };
        sandbox.runtime(api -> {
            String path = RawHttp.path(api.next(), "response");
            api.beginChunked(path, STREAMING, "Content-Type: text/event-stream");
            for (int i = 0; i < 200; i++) {
                api.chunk(bytes("part " + i));
                // The next part is sent only when this one has arrived: nothing may be held back.
                if (seen.poll(10, TimeUnit.SECONDS) == null) {
                    throw new IllegalStateException("part " + i + " is held back");
                }
            }
            assertThat(api.endChunked().status()).isEqualTo(202);
            api.next();
        });
        InvocationResult result = once(signalling);
        assertThat(result.streamed()).isTrue();
        assertThat(result.functionError()).isEmpty();
        assertThat(result.payload()).isEmpty();
        assertThat(result.contentType()).isEqualTo("text/event-stream");
        assertThat(kept.parts.poll()).isEqualTo("begin text/event-stream");
        for (int i = 0; i < 200; i++) {
            assertThat(kept.parts.poll()).isEqualTo("part " + i);
        }
        assertThat(kept.parts).isEmpty();
    }

    @Test
    void streamedAnswerMayBeLargerThanACollectedOne() {
        AtomicLong received = new AtomicLong();
        sandbox.runtime(api -> {
            api.beginChunked(RawHttp.path(api.next(), "response"), STREAMING);
            for (int i = 0; i < 100; i++) {
                api.chunk(new byte[100_000]);
            }
            api.endChunked();
            api.next();
        });
        InvocationResult result = once(new ResponseStream() {
            @Override
            public void begin(String contentType) {
                assertThat(contentType).isEqualTo("application/json");
            }

            @Override
            public void part(byte[] bytes) {
                received.addAndGet(bytes.length);
            }
        });
        assertThat(result.functionError()).isEmpty();
        assertThat(received).hasValue(10_000_000);
    }

    @Test
    void runtimeWaitsWhileTheReceiverDoes() throws Exception {
        CountDownLatch allWritten = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        AtomicLong received = new AtomicLong();
        sandbox.runtime(api -> {
            api.beginChunked(RawHttp.path(api.next(), "response"), STREAMING);
            for (int i = 0; i < 64; i++) {
                api.chunk(new byte[1_000_000]);
            }
            allWritten.countDown();
            api.endChunked();
            api.next();
        });
        Thread opener = new Thread(() -> {
            try {
                // 64 MB do not fit into the buffers of a socket: whoever wrote them was not made to wait.
                assertThat(allWritten.await(300, TimeUnit.MILLISECONDS)).isFalse();
                go.countDown();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        InvocationResult result = once(new ResponseStream() {
            @Override
            public void begin(String contentType) {
                opener.start();
            }

            @Override
            public void part(byte[] bytes) {
                try {
                    assertThat(go.await(10, TimeUnit.SECONDS)).isTrue();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                received.addAndGet(bytes.length);
            }
        });
        assertThat(result.functionError()).isEmpty();
        assertThat(received).hasValue(64_000_000);
    }

    @Test
    void errorBehindTheAnswerIsAFunctionError() {
        Kept kept = new Kept();
        String document = "{\"errorType\":\"Midway\",\"errorMessage\":\"ö\"}";
        sandbox.runtime(api -> {
            api.beginChunked(
                    RawHttp.path(api.next(), "response"), STREAMING, "Trailer: Lambda-Runtime-Function-Error-Type");
            api.chunk(bytes("half"));
            assertThat(api.endChunked(ERROR_TYPE, errorBody(document)).status()).isEqualTo(202);
            api.next();
        });
        InvocationResult result = once(kept);
        assertThat(kept.parts).containsExactly("begin application/json", "half");
        assertThat(result.functionError()).contains("Midway");
        assertThat(result.payloadText()).isEqualTo(document);
        assertThat(result.streamed()).isTrue();
    }

    @Test
    void errorTypeAloneIsAFunctionErrorToo() {
        sandbox.runtime(api -> {
            api.beginChunked(RawHttp.path(api.next(), "response"), STREAMING);
            api.endChunked(ERROR_TYPE);
            api.next();
        });
        assertThat(once(new Kept()).functionError()).contains("Function.Midway");
    }

    @Test
    void answerIsCollectedForACallerThatTakesNoParts() {
        sandbox.runtime(api -> {
            api.beginChunked(RawHttp.path(api.next(), "response"), STREAMING);
            api.chunk(bytes("a"));
            api.chunk(bytes("b"));
            api.endChunked();
            api.beginChunked(RawHttp.path(api.next(), "response"), STREAMING);
            api.chunk(bytes("a"));
            api.endChunked(ERROR_TYPE, errorBody("{\"errorType\":\"Midway\"}"));
            api.beginChunked(RawHttp.path(api.next(), "response"), STREAMING);
            api.chunk(new byte[6_291_557]);
            assertThat(api.endChunked().status()).isEqualTo(413);
            api.next();
        });
        try (RuntimeEnvironment environment = start(Duration.ofSeconds(20))) {
            InvocationResult collected = environment.invoke(Invocation.of(bytes("{}")));
            assertThat(collected.payloadText()).isEqualTo("ab");
            assertThat(collected.streamed()).isFalse();
            InvocationResult failed = environment.invoke(Invocation.of(bytes("{}")));
            assertThat(failed.functionError()).contains("Midway");
            assertThat(failed.payloadText()).isEqualTo("{\"errorType\":\"Midway\"}");
            assertThat(environment.invoke(Invocation.of(bytes("{}"))).functionError())
                    .contains("Function.ResponseSizeTooLarge");
        }
    }

    @Test
    void answerThatIsSentAsAWholeIsNotStreamed() {
        sandbox.runtime(ScriptedSandbox.answering("whole"));
        Kept kept = new Kept();
        InvocationResult result = once(kept);
        assertThat(result.payloadText()).isEqualTo("whole");
        assertThat(result.streamed()).isFalse();
        assertThat(kept.parts).isEmpty();
    }

    @Test
    void secondAnswerBesideAStreamIsRefused() throws Exception {
        LinkedBlockingQueue<Integer> told = new LinkedBlockingQueue<>();
        CountDownLatch begun = new CountDownLatch(1);
        LinkedBlockingQueue<RawHttp> second = new LinkedBlockingQueue<>();
        sandbox.runtime(api -> {
            String path = RawHttp.path(api.next(), "response");
            api.beginChunked(path, STREAMING);
            api.chunk(bytes("a"));
            begun.await();
            told.add(second.take().post(path, "other").status());
            api.endChunked();
            api.next();
        });
        try (RuntimeEnvironment environment = RuntimeEnvironment.start(
                RuntimeEnvironmentTest.function(Duration.ofSeconds(20), false),
                new AlsoConnected(sandbox, second),
                lines::add)) {
            environment.invoke(Invocation.of(bytes("{}")), new ResponseStream() {
                @Override
                public void begin(String contentType) {
                    begun.countDown();
                }

                @Override
                public void part(byte[] bytes) {
                    assertThat(bytes).asString().isEqualTo("a");
                }
            });
        }
        assertThat(told.take()).isEqualTo(400);
    }

    @Test
    void exitWithinAStreamIsAnExitError() {
        CountDownLatch arrived = new CountDownLatch(1);
        sandbox.runtime(api -> {
            api.beginChunked(RawHttp.path(api.next(), "response"), STREAMING);
            api.chunk(bytes("half"));
            arrived.await();
            throw new IllegalStateException("exit 1");
        });
        InvocationResult result = once(new ResponseStream() {
            @Override
            public void begin(String contentType) {
                assertThat(contentType).isNotEmpty();
            }

            @Override
            public void part(byte[] bytes) {
                arrived.countDown();
            }
        });
        assertThat(result.functionError()).contains("Runtime.ExitError");
        assertThat(result.streamed()).isTrue();
    }

    @Test
    void timeWithinAStreamRunsOut() {
        Kept kept = new Kept();
        sandbox.runtime(api -> {
            api.beginChunked(RawHttp.path(api.next(), "response"), STREAMING);
            api.chunk(bytes("half"));
            api.answer();
        });
        try (RuntimeEnvironment environment = start(Duration.ofMillis(300))) {
            InvocationResult result = environment.invoke(Invocation.of(bytes("{}")), kept);
            assertThat(result.timedOut()).isTrue();
            assertThat(result.streamed()).isTrue();
            assertThat(kept.parts).containsExactly("begin application/json", "half");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void receiverThatFailsDoesNotDisturbTheFunction(boolean atOnce) {
        sandbox.runtime(api -> {
            api.beginChunked(RawHttp.path(api.next(), "response"), STREAMING);
            api.chunk(bytes("a"));
            assertThat(api.endChunked().status()).isEqualTo(202);
            api.next();
        });
        InvocationResult result = once(new ResponseStream() {
            @Override
            public void begin(String contentType) {
                if (atOnce) {
                    throw new IllegalStateException("gone");
                }
            }

            @Override
            public void part(byte[] bytes) {
                throw new IllegalStateException("gone");
            }
        });
        assertThat(result.functionError()).isEmpty();
    }
}

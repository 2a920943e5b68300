package io.github.sammaven.core.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.local.invoke.FunctionEnvironment;
import io.github.sammaven.core.local.invoke.HttpPrelude;
import io.github.sammaven.core.local.invoke.Invocation;
import io.github.sammaven.core.local.invoke.InvocationResult;
import io.github.sammaven.core.local.invoke.ResponseStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Handlers of Node.js that stream their answers. */
@Timeout(60)
class ResponseStreamingTest {

    private static final String NODE = """
            const { pipeline } = require('node:stream/promises');
            const { Readable } = require('node:stream');
            const streaming = (handler) => awslambda.streamifyResponse(handler);
            exports.parts = streaming(async (event, stream, context) => {
              stream.setContentType('text/plain');
              for (let i = 0; i < 200; i++) {
                stream.write(`${i};`);
                await new Promise(setImmediate);
              }
              stream.end();
            });
            exports.large = streaming(async (event, stream) => {
              await pipeline(Readable.from((function* () {
                for (let i = 0; i < 300; i++) yield Buffer.alloc(65536, i);
              })()), stream);
            });
            exports.http = streaming(async (event, stream) => {
              stream = awslambda.HttpResponseStream.from(stream, {
                statusCode: 201, headers: { 'Content-Type': 'text/html' }, cookies: ['a=1'] });
              stream.write('<p>');
              stream.end('</p>');
            });
            exports.unended = streaming(async (event, stream) => { stream.write({ some: 'object' }); });
            exports.piped = streaming(async (event, stream) => {
              Readable.from((async function* () { yield 'a'; await new Promise(setImmediate); yield 'b'; })()).pipe(stream);
            });
            exports.empty = streaming(async (event, stream) => { stream.end(); });
            exports.callback = streaming((event, stream) => setTimeout(() => stream.end('late'), 1));
            exports.early = streaming(async () => { throw new TypeError('nothing sent'); });
            exports.midway = streaming(async (event, stream) => {
              stream.write('half');
              await new Promise((resolve) => setTimeout(resolve, 1));
              throw new RangeError('ö midway');
            });
            exports.after = streaming(async (event, stream) => {
              stream.end('whole');
              await new Promise((resolve) => setTimeout(resolve, 1));
              throw new Error('too late');
            });
            exports.plain = async () => 'plain';
            """;

    @TempDir
    private Path code = Path.of("");

    private final Functions functions = new Functions(JavaClient.AUTO);
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private String contentType = "";

    private final ResponseStream stream = new ResponseStream() {
        @Override
        public void begin(String type) {
            contentType = type;
        }

        @Override
        public void part(byte[] bytes) {
            received.writeBytes(bytes);
        }
    };

    @BeforeEach
    void needsNode() throws IOException {
        boolean present = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "node")));
        Assumptions.assumeTrue(present, "node is not on the PATH");
        Files.writeString(code.resolve("index.js"), NODE);
    }

    private FunctionEnvironment start(String handler) {
        return functions.start(Functions.function("nodejs20.x", handler, code));
    }

    private InvocationResult stream(String handler) {
        try (FunctionEnvironment environment = start(handler)) {
            InvocationResult result = environment.invoke(event("{}"), stream);
            String first = received.toString(StandardCharsets.UTF_8);
            received.reset();
            // The environment goes on after a stream, and after one that failed.
            assertThat(environment.invoke(event("{}"), stream).functionError()).isEqualTo(result.functionError());
            assertThat(received.toString(StandardCharsets.UTF_8)).isEqualTo(first);
            return result;
        }
    }

    private static Invocation event(String json) {
        return Invocation.of(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void partsComeInOrder() {
        InvocationResult result = stream("index.parts");
        assertThat(result.streamed()).isTrue();
        assertThat(contentType).isEqualTo("text/plain");
        StringBuilder expected = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            expected.append(i).append(';');
        }
        assertThat(received.toString(StandardCharsets.UTF_8)).isEqualTo(expected.toString());
    }

    @Test
    void largeAnswerIsStreamed() {
        try (FunctionEnvironment environment = start("index.large")) {
            assertThat(environment.invoke(event("{}"), stream).functionError()).isEmpty();
        }
        assertThat(received.size()).isEqualTo(300 * 65_536);
        assertThat(received.toByteArray()[65_536 * 7]).isEqualTo((byte) 7);
    }

    @Test
    void httpAnswerBeginsWithItsPrelude() {
        stream("index.http");
        assertThat(HttpPrelude.isIn(contentType)).isTrue();
        HttpPrelude prelude = new HttpPrelude();
        assertThat(prelude.add(received.toByteArray())).asString().isEqualTo("<p></p>");
        assertThat(prelude.head())
                .contains(new HttpPrelude.Head(201, Map.of("Content-Type", List.of("text/html")), List.of("a=1")));
    }

    @ParameterizedTest
    @CsvSource({
        "index.unended,{\"some\":\"object\"}",
        "index.empty,''",
        "index.callback,late",
        "index.piped,ab",
        "index.after,whole"
    })
    void streamIsEndedHoweverTheHandlerEnds(String handler, String answer) {
        InvocationResult result = stream(handler);
        assertThat(result.functionError()).isEmpty();
        assertThat(received).asString().isEqualTo(answer);
        assertThat(contentType).isEqualTo("application/octet-stream");
    }

    @Test
    void errorBeforeTheFirstByteIsAnOrdinaryOne() {
        InvocationResult result = stream("index.early");
        assertThat(result.functionError()).contains("TypeError");
        assertThat(result.streamed()).isFalse();
    }

    @Test
    void errorMidwayFollowsWhatWasSent() {
        InvocationResult result = stream("index.midway");
        assertThat(result.functionError()).contains("RangeError");
        assertThat(result.payloadText()).contains("ö midway");
        assertThat(result.streamed()).isTrue();
        assertThat(received).asString().isEqualTo("half");
    }

    @Test
    void streamIsCollectedForWhoeverWantsTheWhole() {
        try (FunctionEnvironment environment = start("index.http")) {
            InvocationResult result = environment.invoke(event("{}"));
            assertThat(result.streamed()).isFalse();
            assertThat(result.payloadText()).endsWith("\0\0\0\0\0\0\0\0<p></p>");
        }
    }

    @Test
    void ordinaryHandlerIsNotStreamed() {
        InvocationResult result = stream("index.plain");
        assertThat(result.streamed()).isFalse();
        assertThat(result.payloadText()).isEqualTo("\"plain\"");
    }
}

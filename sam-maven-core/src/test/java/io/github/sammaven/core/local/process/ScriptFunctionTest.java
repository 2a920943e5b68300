package io.github.sammaven.core.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.local.invoke.FunctionEnvironment;
import io.github.sammaven.core.local.invoke.Invocation;
import io.github.sammaven.core.local.invoke.InvocationResult;
import io.github.sammaven.core.local.invoke.LocalFunction;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.SamException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Python, Node.js and custom runtimes in real processes. */
class ScriptFunctionTest {

    private static final String PYTHON = """
            import json, logging, os, sys
            count = 0
            class Odd(Exception):
                pass
            def hello(event, context):
                global count
                count += 1
                print("hello from python")
                return {"count": count, "id": context.aws_request_id, "arn": context.invoked_function_arn,
                        "left": context.get_remaining_time_in_millis() > 0, "ä": event.get("ä")}
            def fail(event, context):
                raise Odd("not today")
            def unjson(event, context):
                return object()
            def exit(event, context):
                os._exit(event)
            def interrupt(event, context):
                import signal
                os.kill(os.getpid(), signal.SIGINT)
            def layer(event, context):
                import from_layer
                return from_layer.NAME
            def log(event, context):
                logging.getLogger().warning("careful")
            def who(event, context):
                return [context.identity.cognito_identity_id, context.identity.cognito_identity_pool_id,
                        context.tenant_id]
            def tree(event, context):
                import subprocess
                child = subprocess.Popen(["sleep", "600"])
                print("child", child.pid)
                child.wait()
            """;

    private static final String NODE = """
            let count = 0;
            exports.hello = async (event, context) => {
              console.log('hello from node');
              return { count: ++count, arn: context.invokedFunctionArn, left: context.getRemainingTimeInMillis() > 0 };
            };
            exports.log = async (event) => {
              console.log('a %s', 'b', { c: 1 });
              console.info('two\\nlines');
              console.warn('careful');
              console.error(new RangeError('far'));
              console.debug('detail');
              console.log('x'.repeat(300000));
              process.stdout.write('plain\\n');
            };
            exports.who = async (event, context) => [context.identity, context.tenantId];
            exports.layer = async () => require('from-layer').NAME + ' ' + require('of-version');
            exports.callback = (event, context, done) => setTimeout(() => done(null, 'called'), 1);
            exports.sync = (event) => 'at once';
            exports.nothing = (event) => {};
            exports.fail = async () => { throw new TypeError('not today'); };
            exports.reject = async () => { Promise.reject(new Error('lost')); await new Promise(() => setTimeout(() => 0, 1000)); };
            exports.never = () => new Promise(() => {});
            exports.open = (event, context, done) => {
              context.callbackWaitsForEmptyEventLoop = false;
              setInterval(() => {}, 1000);
              done(null, 'open');
            };
            """;

    @TempDir
    private Path code = Path.of("");

    private final Functions functions = new Functions(JavaClient.AUTO);

    static void needs(String program) {
        boolean present = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        Assumptions.assumeTrue(present, program + " is not on the PATH");
    }

    private LocalFunction python(String handler) throws IOException {
        needs("python3");
        Files.writeString(code.resolve("app.py"), PYTHON);
        return Functions.function("python3.11", handler, code);
    }

    private LocalFunction node(String handler) throws IOException {
        needs("node");
        Files.writeString(code.resolve("index.js"), NODE);
        return Functions.function("nodejs20.x", handler, code);
    }

    @Test
    void pythonStaysWarm() throws IOException {
        try (FunctionEnvironment environment = functions.start(python("app.hello"))) {
            InvocationResult first = Functions.call(environment, "{\"ä\": \"ö\"}");
            assertThat(first.payloadText())
                    .isEqualTo("{\"count\": 1, \"id\": \"" + first.requestId()
                            + "\", \"arn\": \"arn:aws:lambda:eu-central-1:123456789012:function:hello\","
                            + " \"left\": true, \"ä\": \"ö\"}");
            assertThat(Functions.call(environment, "{}").payloadText()).startsWith("{\"count\": 2,");
            assertThat(functions.lines.subList(0, 2))
                    .containsExactly(
                            "START RequestId: " + first.requestId() + " Version: $LATEST", "hello from python");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "app.fail,Odd,not today",
        "app.unjson,Runtime.MarshalError,not JSON serializable",
        "app.missing,Runtime.HandlerNotFound,Handler 'missing' missing on module 'app'",
        "gone.hello,Runtime.ImportModuleError,Unable to import module 'gone'",
        "hello,Runtime.MalformedHandlerName,Bad handler 'hello'"
    })
    void pythonErrorHasTypeAndMessage(String handler, String type, String message) throws IOException {
        InvocationResult result = functions.once(python(handler), "{}");
        assertThat(result.functionError()).contains(type);
        assertThat(result.payloadText()).contains(message, "\"requestId\"", "\"stackTrace\"");
    }

    @Test
    void pythonExitIsAnExitError() throws IOException {
        InvocationResult result = functions.once(python("app.exit"), "3");
        assertThat(result.payloadText()).contains("Runtime exited with error: exit status 3");
    }

    @Test
    void pythonEndsWithoutATraceWhenItIsInterrupted() throws IOException {
        InvocationResult result = functions.once(python("app.interrupt"), "{}");
        assertThat(result.payloadText()).contains("signal: interrupt");
        assertThat(functions.lines).noneMatch(line -> line.contains("Traceback"));
    }

    @Test
    void pythonFindsLayers(@TempDir Path layer) throws IOException {
        Files.createDirectories(layer.resolve("python"));
        Files.writeString(layer.resolve("python/from_layer.py"), "NAME = 'layered'\n");
        LocalFunction function = Functions.with(python("app.layer"), List.of(layer), Duration.ofSeconds(20), Map.of());
        assertThat(functions.once(function, "{}").payloadText()).isEqualTo("\"layered\"");
    }

    @Test
    void pythonLogRecordsCarryTheRequestId() throws IOException {
        InvocationResult result = functions.once(python("app.log"), "{}");
        assertThat(functions.lines)
                .anyMatch(line ->
                        line.startsWith("[WARNING]\t") && line.endsWith("Z\t" + result.requestId() + "\tcareful"));
    }

    @Test
    void timeoutEndsGrandchildrenToo() throws IOException {
        LocalFunction function = Functions.with(python("app.tree"), List.of(), Duration.ofSeconds(1), Map.of());
        assertThat(functions.once(function, "{}").timedOut()).isTrue();
        long pid = functions.lines.stream()
                .filter(line -> line.startsWith("child "))
                .mapToLong(line -> Long.parseLong(line.substring("child ".length())))
                .findFirst()
                .orElseThrow();
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive).flatMap(it -> it.info()
                        .command()))
                .isEmpty();
    }

    @Test
    void nodeStaysWarm() throws IOException {
        try (FunctionEnvironment environment = functions.start(node("index.hello"))) {
            assertThat(Functions.call(environment, "{}").payloadText()).startsWith("{\"count\":1,\"arn\":\"arn:aws");
            assertThat(Functions.call(environment, "{}").payloadText()).startsWith("{\"count\":2,");
            assertThat(functions.lines).anyMatch(line -> line.endsWith("\tINFO\thello from node"));
        }
    }

    @Test
    void nodeConsoleLinesCarryTimeRequestAndLevel() throws IOException {
        InvocationResult result = functions.once(node("index.log"), "{}");
        String start = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z\t" + result.requestId() + "\t";
        assertThat(functions.lines.get(1)).matches(start + "INFO\ta b \\{ c: 1 }");
        assertThat(functions.lines.get(2)).matches(start + "INFO\ttwo");
        assertThat(functions.lines.get(3)).isEqualTo("lines");
        assertThat(functions.lines.get(4)).matches(start + "WARN\tcareful");
        assertThat(functions.lines.get(5)).matches(start + "ERROR\tRangeError: far");
        assertThat(functions.lines).anyMatch(line -> line.matches(start + "DEBUG\tdetail"));
        assertThat(functions.lines.stream()
                        .filter(line -> line.contains("xxx"))
                        .mapToLong(line ->
                                line.chars().filter(letter -> letter == 'x').count())
                        .sum())
                .isEqualTo(300_000);
        assertThat(functions.lines.get(functions.lines.size() - 3)).isEqualTo("plain");
    }

    @Test
    void nodeFindsLayers(@TempDir Path layer) throws IOException {
        Path module = Files.createDirectories(layer.resolve("nodejs/node_modules/from-layer"));
        Files.writeString(module.resolve("index.js"), "exports.NAME = 'layered';");
        Path versioned = Files.createDirectories(layer.resolve("nodejs/node20/node_modules/of-version"));
        Files.writeString(versioned.resolve("index.js"), "module.exports = 'twenty';");
        LocalFunction function = Functions.with(node("index.layer"), List.of(layer), Duration.ofSeconds(20), Map.of());
        assertThat(functions.once(function, "{}").payloadText()).isEqualTo("\"layered twenty\"");
    }

    @ParameterizedTest
    @CsvSource({
        "index.callback,\"called\"",
        "index.sync,\"at once\"",
        "index.nothing,null",
        "index.never,null",
        "index.open,\"open\""
    })
    void nodeHandlerOfThisKindAnswers(String handler, String answer) throws IOException {
        assertThat(functions.once(node(handler), "{}").payloadText()).isEqualTo(answer);
    }

    @Test
    void identityAndTenantReachTheHandler() throws IOException {
        Invocation known = new Invocation(
                "id",
                "{}".getBytes(StandardCharsets.UTF_8),
                Optional.empty(),
                Optional.empty(),
                Optional.of("{\"cognitoIdentityId\":\"i\",\"cognitoIdentityPoolId\":\"p\"}"),
                Optional.of("t"));
        try (FunctionEnvironment environment = functions.start(python("app.who"))) {
            assertThat(environment.invoke(known).payloadText()).isEqualTo("[\"i\", \"p\", \"t\"]");
            assertThat(Functions.call(environment, "{}").payloadText()).isEqualTo("[null, null, null]");
        }
        try (FunctionEnvironment environment = functions.start(node("index.who"))) {
            assertThat(environment.invoke(known).payloadText())
                    .isEqualTo("[{\"cognitoIdentityId\":\"i\",\"cognitoIdentityPoolId\":\"p\"},\"t\"]");
        }
    }

    @Test
    void eventThatIsNoJsonCannotBeUnmarshalled() throws IOException {
        for (LocalFunction function : List.of(python("app.hello"), node("index.hello"))) {
            assertThat(functions.once(function, "{").functionError()).contains("Runtime.UnmarshalError");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "app.mjs,export const main = async () => 'x',''",
        "app.cjs,exports.main = async () => 'x',''",
        "app.js,exports.main = async () => 'x',''",
        "app.js,export const main = () => 'x','{\"type\":\"module\"}'",
        "app.js,module.exports = { main: (event; context; done) => done(null; 'x') },''",
        "app.mjs,const nothing = await null; export const main = () => nothing ?? 'x',''"
    })
    void nodeLoadsEveryKindOfModule(String file, String source, String packageJson) throws IOException {
        needs("node");
        Files.writeString(code.resolve(file), file.equals("app.mjs") ? source : source.replace("; ", ", "));
        if (!packageJson.isEmpty()) {
            Files.writeString(code.resolve("package.json"), packageJson);
        }
        LocalFunction function = Functions.function("nodejs20.x", "app.main", code);
        assertThat(functions.once(function, "{}").payloadText()).isEqualTo("\"x\"");
    }

    @Test
    void nodeRunsModules() throws IOException {
        needs("node");
        Files.createDirectories(code.resolve("src"));
        Files.writeString(code.resolve("src/app.mjs"), "export const main = async (event) => event.x + 1;");
        LocalFunction function = Functions.function("nodejs20.x", "src/app.main", code);
        assertThat(functions.once(function, "{\"x\":1}").payloadText()).isEqualTo("2");
    }

    @ParameterizedTest
    @CsvSource({
        "index.fail,TypeError,not today",
        "index.reject,Runtime.UnhandledPromiseRejection,lost",
        "index.missing,Runtime.HandlerNotFound,index.missing is undefined or not exported",
        "gone.hello,Runtime.ImportModuleError,Cannot find module 'gone'"
    })
    void nodeErrorHasTypeAndMessage(String handler, String type, String message) throws IOException {
        InvocationResult result = functions.once(node(handler), "{}");
        assertThat(result.functionError()).contains(type);
        assertThat(result.payloadText()).contains(message, "\"trace\"");
    }

    @Test
    void otherVersionIsToldOnce() throws IOException {
        needs("node");
        Files.writeString(code.resolve("index.js"), NODE);
        functions.once(Functions.function("nodejs16.x", "index.sync", code), "{}");
        assertThat(functions.events)
                .singleElement()
                .asString()
                .contains("Runtime nodejs16.x runs here on Node.js")
                .contains("Install Node.js 16");
    }

    @Test
    void missingInterpreterIsAPlainError() {
        LocalFunction function = Functions.function("python3.12", "app.hello", code);
        assertThatThrownBy(() -> functions.runner("").start(function, line -> {}))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("needs Python, and there is no python3.12 on the PATH");
    }

    @Test
    void bootstrapIsRun() throws IOException {
        needs("curl");
        needs("sh");
        Path bootstrap = code.resolve("bootstrap");
        Files.writeString(bootstrap, """
                #!/bin/sh
                api="http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime/invocation"
                while true; do
                  id=$(curl -sS -D - -o /dev/null "$api/next" | tr -d '\\r' | sed -n 's/^Lambda-Runtime-Aws-Request-Id: //p')
                  curl -sS -o /dev/null -d "from $_HANDLER" "$api/$id/response"
                done
                """);
        LocalFunction function = Functions.function("provided.al2023", "my.handler", code);
        assertThatThrownBy(() -> functions.once(function, "{}"))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("not executable");
        assertThat(bootstrap.toFile().setExecutable(true)).isTrue();
        assertThat(functions.once(function, "{}").payloadText()).isEqualTo("from my.handler");
    }

    @Test
    void missingBootstrapIsAPlainError() {
        assertThatThrownBy(() -> functions.once(Functions.function("provided.al2", "x", code), "{}"))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("executable file named bootstrap");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dotnet8", "go1.x", ""})
    void otherRuntimesAreRefused(String runtime) {
        assertThatThrownBy(() -> functions.once(Functions.function(runtime, "x", code), "{}"))
                .isInstanceOf(SamException.class)
                .hasMessageContaining("the process runner does not run");
    }
}

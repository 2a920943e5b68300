package io.github.sammaven.core.local.invoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.function.Architecture;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same ten handlers give the same results in every runner. Each run adds its line to a table in {@code
 * target/ten-handlers}.
 */
@Timeout(180)
public abstract class TenHandlersContract {

    private static final String HTTP_EVENT = """
            {"version": "2.0", "routeKey": "GET /orders", "rawPath": "/orders", "rawQueryString": "",
             "headers": {"user-agent": "curl"}, "isBase64Encoded": false,
             "requestContext": {"accountId": "123456789012", "apiId": "api", "stage": "$default",
               "timeEpoch": 1583348638390, "http": {"method": "GET", "path": "/orders"}}}
            """;

    @TempDir
    private Path code = Path.of("");

    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

    /** The runner under test, or an assumption that says why there is none. */
    protected abstract FunctionRunner runner();

    /** Names the table. */
    protected abstract String runnerName();

    /**
     * What is to come of a handler.
     *
     * @param timeout of the function, seconds
     * @param answer all of it, or of an error a part
     * @param error its type; empty if the call goes well
     * @param logLines between START and END; empty if the runtime client may print what it likes
     */
    public record Expected(
            String name,
            String handler,
            String event,
            int timeout,
            String answer,
            Optional<String> error,
            Optional<Integer> logLines) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Expected good(String name, String handler, String event, String answer, int logLines) {
        return new Expected(name, handler, event, 60, answer, Optional.empty(), Optional.of(logLines));
    }

    private static Expected bad(String name, String handler, int timeout, String answer, String error) {
        return new Expected(name, handler, "{}", timeout, answer, Optional.of(error), Optional.empty());
    }

    static Stream<Expected> handlers() {
        return Stream.of(
                good("POJO", "$Pojo", "{\"id\":\"a\",\"amount\":1}", "{\"id\":\"a\",\"amount\":2}", 0),
                good("stream", "$Stream", "{\"any\" : 1}", "{\"any\" : 1}", 0),
                good(
                        "records",
                        "$Records",
                        "{\"id\":\"a\",\"amount\":1}",
                        "{\"greeting\":\"hello\",\"lines\":[{\"id\":\"a\",\"amount\":1}]}",
                        0),
                good(
                        "APIGatewayV2HTTPEvent",
                        "$HttpApi",
                        HTTP_EVENT,
                        "{\"statusCode\":200,\"headers\":{\"Content-Type\":\"text/plain\"},"
                                + "\"body\":\"GET /orders by curl\",\"isBase64Encoded\":false}",
                        0),
                bad("exception", "::exception", 60, "no such order", "java.lang.IllegalStateException"),
                bad("System.exit", "::exit", 60, "exit status 7", "Runtime.ExitError"),
                bad("timeout", "::timeout", 2, "Task timed out after 2.00 seconds", "Sandbox.Timedout"),
                bad("OOM", "::outOfMemory", 60, "Java heap space", "java.lang.OutOfMemoryError"),
                bad(
                        "7 MB response",
                        "::sevenMegabytes",
                        60,
                        "Response payload size (7000002 bytes) exceeded",
                        "Function.ResponseSizeTooLarge"),
                bad(
                        "record as event",
                        "$RecordAsEvent",
                        60,
                        "An error occurred during JSON parsing",
                        "java.lang.RuntimeException"),
                good("100,000 log lines", "::logs", "{}", "\"logged\"", 100_000));
    }

    @BeforeEach
    void layOutTheCode() throws IOException {
        String folder = TenHandlers.class.getPackageName().replace('.', '/');
        Path classes = Path.of("target", "test-classes").resolve(folder);
        Path target = Files.createDirectories(code.resolve(folder));
        try (Stream<Path> files = Files.list(classes)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.equals("TenHandlers.class") || name.startsWith("TenHandlers$")) {
                    Files.copy(file, target.resolve(name));
                }
            }
        }
        Path lib = Files.createDirectories(code.resolve("lib"));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path jar = Path.of(entry);
            String name = String.valueOf(jar.getFileName());
            if (Stream.of("aws-lambda-java-events-", "aws-lambda-java-core-", "joda-time-")
                    .anyMatch(name::startsWith)) {
                Files.copy(jar, lib.resolve(name));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("handlers")
    void handlerGivesResultErrorAndLog(Expected expected) throws IOException {
        FunctionRunner runner = runner();
        InvocationResult result;
        try (FunctionEnvironment environment = runner.start(function(expected), lines::add)) {
            result = environment.invoke(Invocation.of(expected.event().getBytes()));
        }
        List<String> printed = printed(result.requestId());
        note(expected, result, printed.size());
        assertThat(result.functionError()).isEqualTo(expected.error());
        if (expected.error().isPresent()) {
            assertThat(result.payloadText())
                    .contains(expected.answer(), expected.error().get());
        } else {
            assertThat(result.payloadText()).isEqualTo(expected.answer());
        }
        assertThat(result.timedOut()).isEqualTo(expected.name().equals("timeout"));
        expected.logLines().ifPresent(count -> {
            assertThat(printed).hasSize(count);
            assertThat(IntStream.range(0, count)
                            .filter(i -> !printed.get(i).equals("line " + i))
                            .findFirst())
                    .as("first line out of order")
                    .isEmpty();
        });
    }

    private List<String> printed(String requestId) {
        int start = lines.indexOf("START RequestId: " + requestId + " Version: $LATEST");
        int end = lines.indexOf("END RequestId: " + requestId);
        assertThat(start).as("START").isNotNegative();
        assertThat(end).as("END").isGreaterThan(start);
        assertThat(lines.get(end + 1)).startsWith("REPORT RequestId: " + requestId);
        return List.copyOf(lines.subList(start + 1, end));
    }

    private LocalFunction function(Expected expected) {
        return new LocalFunction(
                "Ten",
                "ten",
                new FunctionPackage.Zip("java17", TenHandlers.class.getName() + expected.handler(), code, List.of()),
                System.getProperty("os.arch").equals("aarch64") ? Architecture.ARM64 : Architecture.X86_64,
                512,
                Duration.ofSeconds(expected.timeout()),
                Map.of(
                        "AWS_LAMBDA_FUNCTION_NAME", "ten",
                        "AWS_LAMBDA_FUNCTION_VERSION", "$LATEST",
                        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512",
                        "AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/ten",
                        "AWS_LAMBDA_LOG_STREAM_NAME", "$LATEST"),
                false,
                "eu-central-1",
                "123456789012");
    }

    private void note(Expected expected, InvocationResult result, int logLines) throws IOException {
        Path table = Files.createDirectories(Path.of("target", "ten-handlers")).resolve(runnerName() + ".md");
        String text = result.payloadText();
        String shown = text.length() > 80 ? text.substring(0, 77) + "..." : text;
        String line = "| %s | %s | %s | %,d |"
                .formatted(
                        expected.name(),
                        shown.replace('\n', ' '),
                        result.functionError().orElse(""),
                        logLines);
        boolean first = expected.name().equals("POJO") || Files.notExists(table);
        List<String> all = new ArrayList<>(
                first ? List.of("| handler | result | error type | log lines |", "|---|---|---|---|") : List.of());
        all.add(line);
        if (first) {
            Files.write(table, all);
        } else {
            Files.write(table, all, StandardOpenOption.APPEND);
        }
    }
}

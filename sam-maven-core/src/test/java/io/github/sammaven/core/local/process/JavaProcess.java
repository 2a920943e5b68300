package io.github.sammaven.core.local.process;

import io.github.sammaven.core.local.invoke.ExecutionEnvironment;
import io.github.sammaven.core.local.invoke.FunctionLog;
import io.github.sammaven.core.local.invoke.Invocation;
import io.github.sammaven.core.local.invoke.InvocationResult;
import io.github.sammaven.core.local.invoke.LocalFunction;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Starts real child processes for tests. */
final class JavaProcess {

    private final JavaClient client;
    private final FunctionLog log;

    JavaProcess(JavaClient client, FunctionLog log) {
        this.client = client;
        this.log = log;
    }

    /** A function of {@code handlers.Hello} with the test classes as its code. */
    ExecutionEnvironment hello(String method, Duration timeout, Path... layers) {
        String handler = "io.github.sammaven.core.local.process.handlers.Hello::" + method;
        return start("java17", handler, Path.of("target/test-classes"), timeout, List.of(layers));
    }

    ExecutionEnvironment start(String runtime, String handler, Path code, Duration timeout, List<Path> layers) {
        return new ProcessFunctionRunner(jars(), client, System.getenv(), log)
                .prepare(new LocalFunction(
                        "Hello",
                        "hello-dev",
                        runtime,
                        handler,
                        code,
                        layers,
                        512,
                        timeout,
                        "arn:aws:lambda:us-east-1:123456789012:function:hello-dev",
                        Map.of("AWS_LAMBDA_FUNCTION_NAME", "hello-dev", "_HANDLER", handler, "COLOUR", "green")));
    }

    static InvocationResult invoke(ExecutionEnvironment environment, String event) {
        return environment.invoke(Invocation.of(event.getBytes(StandardCharsets.UTF_8)));
    }

    private static JavaRuntimeJars jars() {
        List<Path> aws = classPath("aws-lambda-java-", "utils-lite");
        return new JavaRuntimeJars(aws, classPath("aws-lambda-java-core", "aws-lambda-java-serialization", "classes"));
    }

    private static List<Path> classPath(String... parts) {
        return Pattern.compile(File.pathSeparator)
                .splitAsStream(System.getProperty("java.class.path"))
                .filter(entry -> List.of(parts).stream().anyMatch(entry::contains))
                .map(Path::of)
                .map(Path::toAbsolutePath)
                .toList();
    }
}

package io.github.sammaven.core.local.process;

import io.github.sammaven.core.function.Architecture;
import io.github.sammaven.core.local.invoke.FunctionEnvironment;
import io.github.sammaven.core.local.invoke.FunctionPackage;
import io.github.sammaven.core.local.invoke.Invocation;
import io.github.sammaven.core.local.invoke.InvocationResult;
import io.github.sammaven.core.local.invoke.LocalFunction;
import io.github.sammaven.core.report.SamEvent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Functions to test with, what they print, and what is said about them. */
final class Functions {

    final List<String> lines = java.util.Collections.synchronizedList(new java.util.ArrayList<>());
    final List<SamEvent> events = java.util.Collections.synchronizedList(new java.util.ArrayList<>());
    private final JavaClient client;

    Functions(JavaClient client) {
        this.client = client;
    }

    static LocalFunction function(String runtime, String handler, Path code) {
        Map<String, String> variables = Map.of(
                "AWS_LAMBDA_FUNCTION_NAME", "hello",
                "AWS_LAMBDA_FUNCTION_VERSION", "$LATEST",
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512",
                "AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/hello",
                "AWS_LAMBDA_LOG_STREAM_NAME", "$LATEST");
        return new LocalFunction(
                "Hello",
                "hello",
                new FunctionPackage.Zip(runtime, handler, code, List.of()),
                Architecture.X86_64,
                512,
                Duration.ofSeconds(20),
                variables,
                false,
                "eu-central-1",
                "123456789012");
    }

    static LocalFunction snapStart(LocalFunction like) {
        return new LocalFunction(
                like.name(),
                like.functionName(),
                like.code(),
                like.architecture(),
                like.memoryMb(),
                like.timeout(),
                like.environment(),
                true,
                like.region(),
                like.accountId());
    }

    static LocalFunction with(LocalFunction like, List<Path> layers, Duration timeout, Map<String, String> variables) {
        FunctionPackage.Zip zip = (FunctionPackage.Zip) like.code();
        return new LocalFunction(
                like.name(),
                like.functionName(),
                new FunctionPackage.Zip(zip.runtime(), zip.handler(), zip.code(), layers),
                like.architecture(),
                like.memoryMb(),
                timeout,
                variables,
                like.snapStart(),
                like.region(),
                like.accountId());
    }

    ProcessFunctionRunner runner() {
        return runner(System.getenv("PATH"));
    }

    ProcessFunctionRunner runner(String path) {
        return runner(settings(path));
    }

    ProcessFunctionRunner runner(ProcessSettings settings) {
        return new ProcessFunctionRunner(settings, events::add);
    }

    ProcessSettings settings() {
        return settings(System.getenv("PATH"));
    }

    private ProcessSettings settings(String path) {
        return ProcessSettings.of(jars(), client, Map.of("PATH", path));
    }

    static JavaRuntimeJars jars() {
        return JavaRuntimeJars.onClassPath(System.getProperty("java.class.path"));
    }

    FunctionEnvironment start(LocalFunction function) {
        return runner().start(function, lines::add);
    }

    InvocationResult once(LocalFunction function, String event) {
        return once(runner(), function, event);
    }

    InvocationResult once(ProcessFunctionRunner runner, LocalFunction function, String event) {
        try (FunctionEnvironment environment = runner.start(function, lines::add)) {
            return call(environment, event);
        }
    }

    static InvocationResult call(FunctionEnvironment environment, String event) {
        return environment.invoke(Invocation.of(event.getBytes(StandardCharsets.UTF_8)));
    }
}

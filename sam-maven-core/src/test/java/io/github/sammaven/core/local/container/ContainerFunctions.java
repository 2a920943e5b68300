package io.github.sammaven.core.local.container;

import io.github.sammaven.core.function.Architecture;
import io.github.sammaven.core.local.container.docker.DockerEngines;
import io.github.sammaven.core.local.invoke.FunctionEnvironment;
import io.github.sammaven.core.local.invoke.FunctionPackage;
import io.github.sammaven.core.local.invoke.Invocation;
import io.github.sammaven.core.local.invoke.InvocationResult;
import io.github.sammaven.core.local.invoke.LocalFunction;
import io.github.sammaven.core.report.SamEvent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Functions to run in containers, what they print, and what is said about them. */
final class ContainerFunctions implements AutoCloseable {

    final List<String> lines = Collections.synchronizedList(new ArrayList<>());
    final List<SamEvent> events = Collections.synchronizedList(new ArrayList<>());
    private final ContainerFunctionRunner runner;

    ContainerFunctions(ContainerOptions.Builder options) {
        TestEngine.get();
        this.runner =
                new ContainerFunctionRunner(() -> DockerEngines.connect(System.getenv()), options.build(), events::add);
    }

    static ContainerOptions.Builder options(String image) {
        return ContainerOptions.builder()
                .images(new ImageOptions(Map.of("", image), true, false))
                .project("sam-local-test");
    }

    static LocalFunction zip(String runtime, String handler, Path code, List<Path> layers) {
        return function(new FunctionPackage.Zip(runtime, handler, code, layers), Duration.ofSeconds(20), 256);
    }

    static LocalFunction function(FunctionPackage code, Duration timeout, int memoryMb) {
        Map<String, String> variables = Map.of(
                "AWS_LAMBDA_FUNCTION_NAME", "hello",
                "AWS_LAMBDA_FUNCTION_VERSION", "$LATEST",
                "AWS_LAMBDA_FUNCTION_TIMEOUT", Long.toString(timeout.toSeconds()),
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(memoryMb),
                "AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/hello",
                "AWS_LAMBDA_LOG_STREAM_NAME", "$LATEST",
                "TABLE", "orders = 'all'");
        return new LocalFunction(
                "Hello",
                "hello",
                code,
                Architecture.X86_64,
                memoryMb,
                timeout,
                variables,
                false,
                "eu-central-1",
                "123456789012");
    }

    static LocalFunction with(LocalFunction like, Duration timeout, int memoryMb) {
        return function(like.code(), timeout, memoryMb);
    }

    static LocalFunction named(String name, LocalFunction like) {
        return new LocalFunction(
                name,
                like.functionName(),
                like.code(),
                like.architecture(),
                like.memoryMb(),
                like.timeout(),
                like.environment(),
                like.snapStart(),
                like.region(),
                like.accountId());
    }

    FunctionEnvironment start(LocalFunction function) {
        return runner.start(function, lines::add);
    }

    InvocationResult once(LocalFunction function, String event) {
        try (FunctionEnvironment environment = start(function)) {
            return call(environment, event);
        }
    }

    static InvocationResult call(FunctionEnvironment environment, String event) {
        return environment.invoke(Invocation.of(event.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        runner.close();
    }
}

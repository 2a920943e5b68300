package io.github.sammaven.core.local.invoke;

import io.github.sammaven.core.function.Architecture;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Environments whose handler is a piece of the test. */
public final class ScriptedRunner implements FunctionRunner {

    /** What an environment does with an event. */
    @FunctionalInterface
    public interface Script {
        byte[] answer(Environment environment, Invocation invocation) throws InterruptedException;
    }

    private final Script script;
    private final AtomicInteger started = new AtomicInteger();

    /** What happened, in order: {@code start 1}, {@code close 1}. */
    public final BlockingQueue<String> events = new LinkedBlockingQueue<>();

    public ScriptedRunner(Script script) {
        this.script = script;
    }

    @Override
    public FunctionEnvironment start(LocalFunction function, FunctionLog log) {
        Environment environment = new Environment(started.incrementAndGet(), function, log);
        events.add("start " + environment.number);
        return environment;
    }

    public static LocalFunction function(String name) {
        return new LocalFunction(
                name,
                name,
                new FunctionPackage.Zip("python3.11", "app.handler", Path.of("."), List.of()),
                Architecture.X86_64,
                128,
                Duration.ofSeconds(3),
                Map.of(),
                false,
                "eu-central-1",
                "123456789012");
    }

    public static InvocationResult result(Invocation invocation, byte[] payload, Optional<String> error) {
        return new InvocationResult(
                invocation.requestId(),
                payload,
                "application/json",
                false,
                error,
                new InvocationResult.Report(Optional.empty(), Duration.ofMillis(1), 128, OptionalInt.empty()),
                false);
    }

    /** One that was started. */
    public final class Environment implements FunctionEnvironment {

        public final int number;
        public final LocalFunction function;
        public final FunctionLog log;

        private Environment(int number, LocalFunction function, FunctionLog log) {
            this.number = number;
            this.function = function;
            this.log = log;
        }

        @Override
        public InvocationResult invoke(Invocation invocation) {
            try {
                return result(invocation, script.answer(this, invocation), Optional.empty());
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            events.add("close " + number);
        }
    }
}

package io.github.sammaven.core.local.process;

import io.github.sammaven.core.local.invoke.FunctionEnvironment;
import io.github.sammaven.core.local.invoke.Invocation;
import io.github.sammaven.core.local.invoke.Latencies;
import io.github.sammaven.core.local.invoke.LocalFunction;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Measures what JMH does not: whole child processes. Variants are measured in turns, so that a busy machine slows all of
 * them down. Argument: rounds of six environments at once, 100 if absent.
 */
public final class ProcessRunnerFigures {

    private static final int COLD_STARTS = 10;
    private static final int WARM_CALLS = 5_000;
    private static final int ENVIRONMENTS = 4;
    private static final int AT_ONCE = 6;
    private static final byte[] EVENT = "\"you\"".getBytes(StandardCharsets.UTF_8);

    private final LocalFunction hello;

    private ProcessRunnerFigures(LocalFunction hello) {
        this.hello = hello;
    }

    /** Prints the figures. */
    public static void main(String[] arguments) throws Exception {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "error");
        int rounds = arguments.length == 0 ? 100 : Integer.parseInt(arguments[0]);
        Path cache = Files.createTempDirectory("sam-figures-");
        ClassArchive archive = new ClassArchive(
                JavaInstallation.own(),
                Functions.jars().jars(),
                "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
                Functions.jars().client());
        new SharedClasses(Optional.of(cache)).prepare(archive);
        while (isEmpty(cache)) {
            Thread.onSpinWait();
        }
        Functions functions = new Functions(JavaClient.AWS);
        ProcessFunctionRunner plain = functions.runner(functions.settings());
        ProcessFunctionRunner shared = functions.runner(functions.settings().withCache(cache));
        ProcessRunnerFigures figures = new ProcessRunnerFigures(hello());
        load();
        figures.coldStarts(plain, shared);
        load();
        figures.warmCalls(shared);
        figures.throughput(shared);
        load();
        figures.manyStarts(shared, rounds);
        load();
        System.exit(0);
    }

    /** A copy, which a build at the same time does not touch. */
    private static LocalFunction hello() throws IOException {
        Path code = Files.createTempDirectory("sam-figures-code-");
        Path from = Path.of("target", "test-classes");
        String folder = JavaHandlers.class.getPackageName().replace('.', '/');
        Files.createDirectories(code.resolve(folder));
        try (Stream<Path> files = Files.list(from.resolve(folder))) {
            for (Path file : files.toList()) {
                if (file.getFileName().toString().startsWith("JavaHandlers")) {
                    Files.copy(file, code.resolve(from.relativize(file)));
                }
            }
        }
        return Functions.function("java17", JavaHandlers.class.getName() + "::text", code);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.noneMatch(file -> file.toString().endsWith(".jsa"));
        }
    }

    private static void load() {
        print(
                "load average %.1f on %d processors",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.getRuntime().availableProcessors());
    }

    private void coldStarts(ProcessFunctionRunner plain, ProcessFunctionRunner shared) {
        long[] without = new long[COLD_STARTS];
        long[] with = new long[COLD_STARTS];
        start(plain);
        start(shared);
        for (int i = 0; i < COLD_STARTS; i++) {
            without[i] = start(plain);
            with[i] = start(shared);
        }
        cold("cold start", without);
        cold("cold start with class-data sharing", with);
    }

    private long start(ProcessFunctionRunner runner) {
        long before = System.nanoTime();
        try (FunctionEnvironment environment = runner.start(hello, line -> {})) {
            environment.invoke(Invocation.of(EVENT));
            return System.nanoTime() - before;
        }
    }

    private static void cold(String what, long[] nanos) {
        Arrays.sort(nanos);
        int middle = nanos.length / 2;
        print(
                "%s: median %.0f ms (%.0f-%.0f) of %d",
                what,
                (nanos[middle - 1] + nanos[middle]) / 2e6,
                nanos[0] / 1e6,
                nanos[nanos.length - 1] / 1e6,
                nanos.length);
    }

    private void warmCalls(ProcessFunctionRunner runner) {
        try (FunctionEnvironment environment = runner.start(hello, line -> {})) {
            print("first %s", Latencies.measure(environment, EVENT, WARM_CALLS).line());
            print("next %s", Latencies.measure(environment, EVENT, WARM_CALLS).line());
        }
    }

    private void throughput(ProcessFunctionRunner runner) throws Exception {
        List<FunctionEnvironment> environments = new ArrayList<>();
        List<Callable<Void>> calls = new ArrayList<>();
        for (int i = 0; i < ENVIRONMENTS; i++) {
            FunctionEnvironment environment = runner.start(hello, line -> {});
            environment.invoke(Invocation.of(EVENT));
            environments.add(environment);
            calls.add(() -> {
                Latencies.measure(environment, EVENT, WARM_CALLS);
                return null;
            });
        }
        long before = System.nanoTime();
        all(calls);
        double seconds = (System.nanoTime() - before) / 1e9;
        print("%d environments: %,.0f calls per second", ENVIRONMENTS, ENVIRONMENTS * WARM_CALLS / seconds);
        environments.forEach(FunctionEnvironment::close);
    }

    private void manyStarts(ProcessFunctionRunner runner, int rounds) throws Exception {
        long before = System.nanoTime();
        int failed = 0;
        for (int round = 0; round < rounds; round++) {
            List<Callable<String>> starts = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                starts.add(() -> {
                    try (FunctionEnvironment environment = runner.start(hello, line -> {})) {
                        return environment.invoke(Invocation.of(EVENT)).payloadText();
                    }
                });
            }
            List<String> wrong = all(starts).stream()
                    .filter(answer -> !answer.equals("\"hello you\""))
                    .toList();
            wrong.forEach(answer -> print("round failed: %s", answer));
            failed += wrong.size();
        }
        print(
                "%d environments at once, %d rounds: %d starts failed, %.0f ms per round",
                AT_ONCE, rounds, failed, (System.nanoTime() - before) / 1e6 / rounds);
    }

    private static <T> List<T> all(List<Callable<T>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(work)) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}

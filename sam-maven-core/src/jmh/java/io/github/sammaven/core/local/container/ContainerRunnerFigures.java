package io.github.sammaven.core.local.container;

import io.github.sammaven.core.local.container.docker.DockerEngines;
import io.github.sammaven.core.local.invoke.FunctionEnvironment;
import io.github.sammaven.core.local.invoke.Invocation;
import io.github.sammaven.core.local.invoke.Latencies;
import io.github.sammaven.core.local.invoke.LocalFunction;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Measures whole containers: from their making to the first answer, and the calls after that. */
public final class ContainerRunnerFigures {

    private static final int COLD_STARTS = 10;
    private static final int WARM_CALLS = 200;
    private static final byte[] EVENT = "\"you\"".getBytes(StandardCharsets.UTF_8);

    private ContainerRunnerFigures() {}

    /** Prints the figures. */
    public static void main(String[] arguments) throws Exception {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "error");
        Path code = Files.createTempDirectory("sam-figures-");
        Files.writeString(code.resolve("app.py"), "def hello(event, context):\n    return 'hello ' + event\n");
        Path java = Path.of("target", "test-classes");
        LocalFunction python = ContainerFunctions.zip("python3.11", "app.hello", code, List.of());
        LocalFunction inJava = ContainerFunctions.zip(
                "java17", "io.github.sammaven.core.local.process.JavaHandlers::text", java, List.of());
        measure("Java, our Runtime API", TestImages.java(), RuntimeApiPlace.HOST, inJava);
        measure("Python, our Runtime API", TestImages.python(), RuntimeApiPlace.HOST, python);
        measure("Python, emulator", TestImages.python(), RuntimeApiPlace.EMULATOR, python);
        System.exit(0);
    }

    private static void measure(String what, String image, RuntimeApiPlace place, LocalFunction function) {
        print(
                "%s; load average %.1f",
                what, ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        ContainerOptions options =
                ContainerFunctions.options(image).runtimeApi(place).build();
        try (ContainerFunctionRunner runner = new ContainerFunctionRunner(
                () -> DockerEngines.connect(System.getenv()), options, event -> {})) {
            cold(runner, function);
            long[] answers = new long[COLD_STARTS];
            long[] ends = new long[COLD_STARTS];
            for (int i = 0; i < COLD_STARTS; i++) {
                long before = System.nanoTime();
                answers[i] = cold(runner, function);
                ends[i] = System.nanoTime() - before - answers[i];
            }
            median("create to first answer", answers);
            median("removal", ends);
            try (FunctionEnvironment environment = runner.start(function, line -> {})) {
                environment.invoke(Invocation.of(EVENT));
                print("  first %s", Latencies.measure(environment, EVENT, WARM_CALLS).line());
                print("  next %s", Latencies.measure(environment, EVENT, WARM_CALLS).line());
            }
        }
    }

    private static long cold(ContainerFunctionRunner runner, LocalFunction function) {
        long before = System.nanoTime();
        try (FunctionEnvironment environment = runner.start(function, line -> {})) {
            environment.invoke(Invocation.of(EVENT));
            return System.nanoTime() - before;
        }
    }

    private static void median(String what, long[] nanos) {
        Arrays.sort(nanos);
        print(
                "  %s: median %.0f ms (%.0f-%.0f) of %d",
                what,
                (nanos[nanos.length / 2 - 1] + nanos[nanos.length / 2]) / 2e6,
                nanos[0] / 1e6,
                nanos[nanos.length - 1] / 1e6,
                nanos.length);
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}

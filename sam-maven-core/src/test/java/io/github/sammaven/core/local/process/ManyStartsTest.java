package io.github.sammaven.core.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.local.invoke.FunctionEnvironment;
import io.github.sammaven.core.local.invoke.LocalFunction;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Environments that start at the same time do not disturb each other. The system property {@code starts.rounds} sets how
 * often.
 */
@ParameterizedClass
@EnumSource(
        value = JavaClient.class,
        names = {"AWS", "LOOP"})
class ManyStartsTest {

    private static final int AT_ONCE = 6;

    @Parameter
    private JavaClient client = JavaClient.AUTO;

    @Test
    void sixEnvironmentsStartedAtOnceAllAnswer(@TempDir Path cache) throws Exception {
        Assumptions.assumeTrue(
                client == JavaClient.LOOP || System.getProperty("os.name").equals("Linux"),
                "AWS's Java client needs Linux");
        Functions functions = new Functions(client);
        ProcessFunctionRunner runner = functions.runner(functions.settings().withCache(cache));
        LocalFunction function = Functions.function(
                "java17", JavaHandlers.class.getName() + "::text", Path.of("target", "test-classes"));
        runner.preload();
        int rounds = Integer.getInteger("starts.rounds", 2);
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            for (int round = 0; round < rounds; round++) {
                List<Future<String>> answers = IntStream.range(0, AT_ONCE)
                        .mapToObj(number -> threads.submit(() -> start(runner, function, number)))
                        .toList();
                for (int number = 0; number < AT_ONCE; number++) {
                    assertThat(answers.get(number).get())
                            .as("round %d, environment %d", round, number)
                            .isEqualTo("\"hello " + number + "\"");
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static String start(ProcessFunctionRunner runner, LocalFunction function, int number) {
        try (FunctionEnvironment environment = runner.start(function, line -> {})) {
            return Functions.call(environment, "\"" + number + "\"").payloadText();
        }
    }
}

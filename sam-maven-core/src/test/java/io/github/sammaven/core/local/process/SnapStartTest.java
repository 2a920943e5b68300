package io.github.sammaven.core.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.local.invoke.FunctionEnvironment;
import io.github.sammaven.core.local.invoke.InvocationResult;
import io.github.sammaven.core.local.invoke.LocalFunction;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Hooks of the org.crac library in real JVMs, with AWS's client and with our loop. */
@Timeout(60)
class SnapStartTest {

    private static final String HANDLER = JavaHandlers.class.getName() + "$WithHooks";

    @TempDir
    private Path layer = Path.of("");

    private LocalFunction function(Map<String, String> variables) throws IOException, URISyntaxException {
        Path jar = Path.of(org.crac.Core.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Path lib = Files.createDirectories(layer.resolve("java/lib"));
        Files.copy(jar, lib.resolve("crac.jar"));
        LocalFunction plain = Functions.function("java17", HANDLER, Path.of("target", "test-classes"));
        return Functions.with(plain, List.of(layer), Duration.ofSeconds(30), variables);
    }

    private static void onlyOnLinux(JavaClient client) {
        Assumptions.assumeTrue(
                client == JavaClient.LOOP || System.getProperty("os.name").equals("Linux"),
                "AWS's Java client needs Linux");
    }

    @ParameterizedTest
    @EnumSource(
            value = JavaClient.class,
            names = {"AWS", "LOOP"})
    void hooksRunBeforeTheFirstCall(JavaClient client) throws Exception {
        onlyOnLinux(client);
        Functions functions = new Functions(client);
        try (FunctionEnvironment environment = functions.start(Functions.snapStart(function(Map.of())))) {
            InvocationResult result = Functions.call(environment, "\"x\"");
            assertThat(result.payloadText()).isEqualTo("\"before,after,snap-start\"");
            assertThat(result.report().restoreDuration()).isPresent();
            assertThat(Functions.call(environment, "\"x\"").payloadText()).isEqualTo("\"before,after,snap-start\"");
        }
        assertThat(functions.lines.get(0)).isEqualTo("RESTORE_START Runtime Version: java17");
        assertThat(functions.lines.get(1)).matches("RESTORE_REPORT Restore Duration: \\d+\\.\\d\\d ms");
    }

    @ParameterizedTest
    @EnumSource(
            value = JavaClient.class,
            names = {"AWS", "LOOP"})
    void hooksDoNotRunWithoutSnapStart(JavaClient client) throws Exception {
        onlyOnLinux(client);
        assertThat(new Functions(client).once(function(Map.of()), "\"x\"").payloadText())
                .isEqualTo("\"on-demand\"");
    }

    @ParameterizedTest
    @CsvSource({"AWS,before", "LOOP,before", "AWS,after", "LOOP,after"})
    void hookThatFailsIsToldToTheCaller(JavaClient client, String hook) throws Exception {
        onlyOnLinux(client);
        Functions functions = new Functions(client);
        InvocationResult result = functions.once(Functions.snapStart(function(Map.of("FAILING_HOOK", hook))), "\"x\"");
        assertThat(result.functionError()).isPresent();
        assertThat(functions.lines).anyMatch(line -> line.contains("hook failed"));
        assertThat(functions.lines)
                .anyMatch(line -> line.startsWith(hook.equals("before") ? "INIT_REPORT" : "RESTORE_REPORT")
                        && line.contains("Status: error"));
    }
}

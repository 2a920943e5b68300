package io.github.sammaven.core.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.local.invoke.FunctionEnvironment;
import io.github.sammaven.core.local.invoke.InvocationResult;
import io.github.sammaven.core.local.invoke.LocalFunction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hooks of Python functions around a snapshot. AWS's module is not at hand, a stand-in has its four functions. */
@Timeout(60)
class PythonSnapStartTest {

    private static final String MODULE = """
            before, after = [], []
            def register_before_snapshot(function, *arguments, **named):
                before.append((function, arguments, named))
                return function
            def register_after_restore(function, *arguments, **named):
                after.append((function, arguments, named))
                return function
            def get_before_snapshot():
                return before
            def get_after_restore():
                return after
            """;

    private static final String CODE = """
            import os
            from snapshot_restore_py import register_before_snapshot, register_after_restore
            seen = []
            def note(name, failing="none"):
                if failing == name:
                    raise ValueError("hook failed")
                seen.append(name)
            failing = os.environ.get("FAILING_HOOK", "none")
            register_before_snapshot(note, "before 1", failing=failing)
            register_before_snapshot(note, "before 2", failing=failing)
            register_after_restore(note, "after 1", failing=failing)
            register_after_restore(note, "after 2", failing=failing)
            def main(event, context):
                return ", ".join(seen)
            """;

    @TempDir
    private Path code = Path.of("");

    private final Functions functions = new Functions(JavaClient.AUTO);

    @BeforeEach
    void writeCode() throws IOException {
        ScriptFunctionTest.needs("python3");
        Files.writeString(code.resolve("snapshot_restore_py.py"), MODULE);
        Files.writeString(code.resolve("app.py"), CODE);
    }

    private LocalFunction function(Map<String, String> variables) {
        LocalFunction plain = Functions.function("python3.11", "app.main", code);
        return Functions.with(plain, List.of(), Duration.ofSeconds(20), variables);
    }

    @Test
    void hooksRunInAwsOrderBeforeTheFirstCall() {
        try (FunctionEnvironment environment = functions.start(Functions.snapStart(function(Map.of())))) {
            InvocationResult result = Functions.call(environment, "{}");
            assertThat(result.payloadText()).isEqualTo("\"before 2, before 1, after 1, after 2\"");
            assertThat(result.report().restoreDuration()).isPresent();
            assertThat(Functions.call(environment, "{}").payloadText()).isEqualTo(result.payloadText());
        }
        assertThat(functions.lines.get(0)).isEqualTo("RESTORE_START Runtime Version: python3.11");
    }

    @Test
    void hooksDoNotRunWithoutSnapStart() {
        assertThat(functions.once(function(Map.of()), "{}").payloadText()).isEqualTo("\"\"");
    }

    @Test
    void functionWithoutTheModuleStartsFromItsSnapshotToo() throws IOException {
        Files.delete(code.resolve("snapshot_restore_py.py"));
        Files.writeString(code.resolve("app.py"), "def main(event, context):\n    return 'plain'\n");
        InvocationResult result = functions.once(Functions.snapStart(function(Map.of())), "{}");
        assertThat(result.payloadText()).isEqualTo("\"plain\"");
        assertThat(result.report().restoreDuration()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"before 1, INIT_REPORT", "after 2, RESTORE_REPORT"})
    void hookThatFailsIsToldToTheCaller(String hook, String line) {
        InvocationResult result = functions.once(Functions.snapStart(function(Map.of("FAILING_HOOK", hook))), "{}");
        assertThat(result.functionError()).contains("ValueError");
        assertThat(result.payloadText()).contains("hook failed");
        assertThat(functions.lines).anyMatch(said -> said.startsWith(line) && said.contains("Status: error"));
    }
}

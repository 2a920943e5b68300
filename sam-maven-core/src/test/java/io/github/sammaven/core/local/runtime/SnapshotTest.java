package io.github.sammaven.core.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.local.invoke.Invocation;
import io.github.sammaven.core.local.invoke.InvocationResult;
import io.github.sammaven.core.local.invoke.LocalFunction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SnapshotTest {

    private static final String RESTORE = "/2018-06-01/runtime/restore/";

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final ScriptedSandbox sandbox = new ScriptedSandbox();
    private final LocalFunction function = RuntimeEnvironmentTest.function(Duration.ofSeconds(20), true);

    private static InvocationResult call(RuntimeEnvironment environment) {
        return environment.invoke(Invocation.of("{}".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void runtimeIsRestoredByTheFirstCall() throws Exception {
        BlockingQueue<String> seen = new LinkedBlockingQueue<>();
        sandbox.runtime(api -> {
            seen.add("before");
            seen.add("restored " + api.get(RESTORE + "next").status());
            ScriptedSandbox.answering("1").run(api);
        });
        try (RuntimeEnvironment environment = RuntimeEnvironment.start(function, sandbox, lines::add)) {
            assertThat(seen.take()).isEqualTo("before");
            InvocationResult first = call(environment);
            assertThat(first.payloadText()).isEqualTo("1");
            assertThat(first.report().initDuration()).isEmpty();
            assertThat(first.report().restoreDuration()).isPresent();
            assertThat(seen).containsExactly("restored 200");
            assertThat(lines.poll()).isEqualTo("RESTORE_START Runtime Version: java17");
            assertThat(lines.poll()).matches("RESTORE_REPORT Restore Duration: \\d+\\.\\d\\d ms");
            assertThat(lines.poll()).startsWith("START RequestId: ");
            assertThat(lines).last().asString().contains("\tRestore Duration: ");
            assertThat(call(environment).report().restoreDuration()).isEmpty();
        }
    }

    @Test
    void failedRestorationIsToldAndNotTriedAgain() {
        sandbox.runtime(api -> {
            api.get(RESTORE + "next");
            api.post(
                    RESTORE + "error",
                    "{\"errorType\":\"HookFailed\"}",
                    "Lambda-Runtime-Function-Error-Type: Runtime.AfterRestoreError");
        });
        sandbox.runtime(ScriptedSandbox.answering("1"));
        try (RuntimeEnvironment environment = RuntimeEnvironment.start(function, sandbox, lines::add)) {
            InvocationResult result = call(environment);
            assertThat(result.functionError()).contains("HookFailed");
            assertThat(lines).anyMatch(line -> line.matches("RESTORE_REPORT Restore Duration: .* ms\tStatus: error"));
            assertThat(call(environment).payloadText()).isEqualTo("1");
        }
    }

    @Test
    void failedHookBeforeTheSnapshotIsAnInitError() {
        ScriptedSandbox.Script failing = api -> api.post(
                "/2018-06-01/runtime/init/error",
                "{\"errorType\":\"HookFailed\"}",
                "Lambda-Runtime-Function-Error-Type: Runtime.BeforeCheckpointError");
        sandbox.runtime(failing).runtime(failing);
        try (RuntimeEnvironment environment = RuntimeEnvironment.start(function, sandbox, lines::add)) {
            assertThat(call(environment).functionError()).contains("HookFailed");
        }
    }

    @Test
    void runtimeThatKnowsNoSnapshotsIsServedToo() {
        sandbox.runtime(ScriptedSandbox.answering("1"));
        try (RuntimeEnvironment environment = RuntimeEnvironment.start(function, sandbox, lines::add)) {
            InvocationResult result = call(environment);
            assertThat(result.payloadText()).isEqualTo("1");
            assertThat(result.report().initDuration()).isPresent();
        }
    }
}

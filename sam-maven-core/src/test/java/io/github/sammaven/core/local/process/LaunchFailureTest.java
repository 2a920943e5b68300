package io.github.sammaven.core.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.local.invoke.FunctionEnvironment;
import io.github.sammaven.core.local.invoke.InvocationResult;
import io.github.sammaven.core.local.invoke.LocalFunction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Programs that cannot be started. */
@Timeout(60)
class LaunchFailureTest {

    private final Functions functions = new Functions(JavaClient.AUTO);

    private static LocalFunction withBootstrap(Path code, String script) throws IOException {
        Path bootstrap = code.resolve("bootstrap");
        Files.writeString(bootstrap, script);
        assertThat(bootstrap.toFile().setExecutable(true)).isTrue();
        return Functions.function("provided.al2023", "none", code);
    }

    @Test
    void entryPointThatCannotBeRunIsToldToTheCaller(@TempDir Path code) throws IOException {
        InvocationResult result = functions.once(withBootstrap(code, "#!/no/such/program\n"), "{}");
        assertThat(result.functionError()).contains("Runtime.InvalidEntrypoint");
        assertThat(result.payloadText())
                .contains(
                        "\"errorMessage\":\"RequestId: " + result.requestId() + " Error: Hello: ", "cannot be started");
        assertThat(functions.lines).anyMatch(line -> line.contains("Check that it is made for this machine"));
    }

    @Test
    void folderThatIsGoneIsToldToTheCaller(@TempDir Path parent) throws IOException {
        Path code = Files.createDirectory(parent.resolve("code"));
        LocalFunction function = withBootstrap(code, "#!/bin/sh\nexit 1\n");
        try (FunctionEnvironment environment = functions.start(function)) {
            assertThat(Functions.call(environment, "{}").functionError()).contains("Runtime.ExitError");
            Files.delete(code.resolve("bootstrap"));
            Files.delete(code);
            InvocationResult result = Functions.call(environment, "{}");
            assertThat(result.functionError()).contains("Runtime.InvalidWorkingDir");
        }
    }
}

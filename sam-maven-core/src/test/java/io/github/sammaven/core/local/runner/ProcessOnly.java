package io.github.sammaven.core.local.runner;

import io.github.sammaven.core.container.EngineProbe;
import io.github.sammaven.core.local.container.ContainerOptions;
import io.github.sammaven.core.local.invoke.EndOfRun;
import io.github.sammaven.core.local.invoke.FunctionPackage;
import io.github.sammaven.core.local.process.JavaClient;
import io.github.sammaven.core.local.process.JavaRuntimeJars;
import io.github.sammaven.core.local.process.ProcessSettings;
import io.github.sammaven.core.problem.SamException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Makes a runner, asks for the engine and fails to start a function: all without a container. */
final class ProcessOnly {

    private ProcessOnly() {}

    /** Prints {@code done}. */
    public static void main(String[] arguments) {
        Map<String, String> shell = System.getenv();
        ProcessSettings process = ProcessSettings.of(new JavaRuntimeJars(List.of()), JavaClient.AUTO, shell);
        new EngineProbe(shell).getAsBoolean();
        RunnerSettings settings =
                new RunnerSettings(RunnerKind.PROCESS, ContainerOptions.defaults(), process, EndOfRun.AT_ONCE);
        try (ChosenFunctionRunner runner = ChosenFunctionRunner.of(settings, event -> {})) {
            runner.start(
                    ChosenFunctionRunnerTest.function(
                            new FunctionPackage.Zip("java17", "a.B", Path.of("gone"), List.of())),
                    line -> {});
        } catch (SamException e) {
            System.out.println("done");
        }
    }
}

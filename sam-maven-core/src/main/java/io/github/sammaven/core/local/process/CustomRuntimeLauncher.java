package io.github.sammaven.core.local.process;

import io.github.sammaven.core.local.invoke.LocalFunction;
import io.github.sammaven.core.problem.SamException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Custom runtimes, {@code provided.*}: the executable {@code bootstrap} of the code or of a layer. */
final class CustomRuntimeLauncher implements RuntimeLauncher {

    private static final String BOOTSTRAP = "bootstrap";

    @Override
    public boolean runs(String runtime) {
        return runtime.equals("provided") || runtime.startsWith("provided.");
    }

    @Override
    public LaunchPlan plan(LocalFunction function, TaskRoot root, Scratch scratch) {
        Path bootstrap = Stream.concat(Stream.of(root.code()), root.layers().stream())
                .map(folder -> folder.resolve(BOOTSTRAP).toAbsolutePath())
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new SamException(
                        function.logicalId() + ": there is no file 'bootstrap' in " + root.code(),
                        "a custom runtime is an executable of that name at the root of the code",
                        null));
        if (!Files.isExecutable(bootstrap)) {
            throw new SamException(
                    function.logicalId() + ": " + bootstrap + " is not executable",
                    "chmod +x it, and package again",
                    null);
        }
        return new LaunchPlan(List.of(bootstrap.toString()), root.code(), Map.of());
    }
}
